import Findings
import Spreadsheets
import Workbench

let spreadsheetExamples: [any Finding] =
  [
    .tooLarge(.file("待办.xlsx"), rows: 1_200_000, columns: 13),
    .unfinished(.file("待办.xlsx"), reason: "Error creating a temporary file."),
  ] as [SpreadsheetFinding]

let formExamples: [any Finding] =
  [
    .ofAnonymousTable(.subject("患者问卷"), table: "患者问卷"), .fileExists(.file("out/forms/宣传稿件-2026H1.xlsx")),
    .unitOfOtherKind(.subject("内科党总支"), table: "问题台账", kind: "党总支", kinds: ["科室", "职能部门"]),
    .withoutUnits(.subject("走访评分"), table: "走访评分", kinds: ["科室"]),
    .assessorColumnOpen(.subject("走访评分"), table: "走访评分", candidates: ["评委", "记录人"]),
    .columnUnknown(.subject("评为"), table: "走访评分", known: ["科室", "评委", "得分"]),
    .itemsOpen(.subject("得分"), table: "走访评分", known: ["板块", "组别"]),
    .assessorRefused(.subject("王敏"), column: "评委", pattern: "P[1-4][1-5]"),
    .assessorsAbsent(.subject("走访评分")), .assessorTwice(.subject("P11")),
  ] as [FormFinding]

private let inboxFile = Place.file("收件箱/问题台账.xlsx")
private let answerCell = Place.cell("核对_2026-07-14.xlsx", sheet: "单位名称", row: 3, column: 5)

let deskExamples: [any Finding] =
  [
    .open(inboxFile, lock: ".~lock.问题台账.xlsx#"), .changing(inboxFile), .otherKind(.file("收件箱/说明.docx")),
    .busy(.file("收件箱")), .reviewOpen(.file("核对.xlsx"), lock: ".~lock.核对.xlsx#"), .notMoved(inboxFile, .rights),
    .changedSince(inboxFile), .answerStale(inboxFile, file: "问题台账.xlsx"),
    .answer(answerCell, .unitUnknown("外料", nearest: "外科")), .mendedRefused(answerCell, rows: 2, table: "问题台账"),
    .doubtToMend(answerCell, count: 2),
    .commentOnOldRun(.file("已收/征求意见_内科_内科.xlsx"), scheme: "keshi-pingjia", period: "2026H1"),
  ] as [DeskFinding]
