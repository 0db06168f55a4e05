"""Writes answers as a workbook, the way spreadsheet programs do: workbook.py ANSWERS.csv WORKBOOK.xlsx ROWS

Texts are shared strings, numbers numbers, times days since 1900 with a number format. The column of addresses is left
out, so that there are 28.
"""

import csv
import datetime
import sys
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
EPOCH = datetime.datetime(1899, 12, 30)


def letters(column):
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


def rows(path, count):
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        for number, row in enumerate(reader):
            if number > count:
                return
            del row[5]
            yield row


def main(source, target, count):
    strings = {}

    def cell(row, column, text):
        place = f"{letters(column)}{row}"
        if row > 1 and column == 0:
            return f'<c r="{place}"><v>{text}</v></c>'
        if row > 1 and column == 1:
            days = (datetime.datetime.strptime(text, "%Y/%m/%d %H:%M:%S") - EPOCH) / datetime.timedelta(days=1)
            return f'<c r="{place}" s="1"><v>{days!r}</v></c>'
        return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for number, row in enumerate(rows(source, count), 1):
                cells = "".join(cell(number, column, text) for column, text in enumerate(row))
                sheet.write(f'<row r="{number}" spans="1:28">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">{texts}</sst>')
        archive.writestr(
            "xl/styles.xml",
            f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
            'borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
            'xfId="0"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
            "</styleSheet>")
        archive.writestr(
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="答卷" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>")
        parts = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
                 ("rId3", "sharedStrings", "sharedStrings.xml")]
        related = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{p}"/>' for i, t, p in parts)
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>')
        archive.writestr(
            "_rels/.rels",
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        names = [("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"),
                 ("sharedStrings", "sharedStrings")]
        types = "".join(f'<Override PartName="/xl/{n}.xml" ContentType="{kind}.{t}+xml"/>' for n, t in names)
        archive.writestr(
            "[Content_Types].xml",
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>')


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
