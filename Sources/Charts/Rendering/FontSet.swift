import CFontconfig
import Findings

/// A face in a font file. Collections hold several, and the one with simplified-Chinese forms is seldom the first.
package struct FontFile: Sendable, Hashable {
  package var path: String
  package var index: Int
  package init(path: String, index: Int = 0) {
    self.path = path
    self.index = index
  }
}

/// The two faces that pictures are written with.
package struct FontSet: Sendable, Hashable {
  package var family: String
  package var regular: FontFile
  package var bold: FontFile

  /// Finds fonts that have Chinese characters in their simplified forms, through fontconfig.
  /// - Parameter family: a wish; an absent family is a warning, since fontconfig silently takes another
  /// - Returns: nil, with the reason in the log, if no Chinese font is installed.
  package static func locate(family: String? = nil, log: FindingLog) -> FontSet? {
    guard let configuration = FcInitLoadConfigAndFonts() else {
      log.add(ChartFinding.noChineseFont(.subject("fontconfig"), found: nil))
      return nil
    }
    defer { FcConfigDestroy(configuration) }
    let wish = family.map { matches(in: configuration, family: $0) }
    if let family, let wish, !wish.regular.names.contains(family) {
      log.add(ChartFinding.fontFamilyAbsent(.subject("fontconfig"), asked: family, used: wish.regular.name))
    }
    let found = wish ?? matches(in: configuration, family: nil)
    guard let regular = found.regular.file, found.regular.hasChinese else {
      log.add(ChartFinding.noChineseFont(.subject("fontconfig"), found: found.regular.names.first))
      return nil
    }
    let bold = found.bold.hasChinese ? found.bold.file ?? regular : regular
    return FontSet(family: found.regular.name, regular: regular, bold: bold)
  }

  /// Takes font files that the caller names.
  /// - Returns: nil, with the reason in the log, if one cannot be read or has no Chinese characters.
  package static func files(regular: FontFile, bold: FontFile? = nil, log: FindingLog) -> FontSet? {
    let faces = [regular, bold ?? regular].compactMap { file -> FontMatch? in
      var count: Int32 = 0
      guard let pattern = FcFreeTypeQuery(file.path, UInt32(clamping: file.index), nil, &count) else {
        log.add(ChartFinding.fontUnreadable(.file(file.path)))
        return nil
      }
      defer { FcPatternDestroy(pattern) }
      let match = FontMatch(pattern)
      guard match.hasChinese else {
        log.add(ChartFinding.noChineseFont(.file(file.path), found: match.names.first))
        return nil
      }
      return match
    }
    guard faces.count == 2 else { return nil }
    return FontSet(family: faces[0].name, regular: regular, bold: bold ?? regular)
  }

  private static func matches(
    in configuration: OpaquePointer, family: String?
  ) -> (regular: FontMatch, bold: FontMatch) {
    let regular = match(in: configuration, family: family ?? "sans-serif", weight: FC_WEIGHT_REGULAR)
    // The bold face of the same family, so that figures and Latin match.
    let bold = match(in: configuration, family: regular.names.first ?? "sans-serif", weight: FC_WEIGHT_BOLD)
    return (regular, bold)
  }

  private static func match(in configuration: OpaquePointer, family: String, weight: Int32) -> FontMatch {
    guard let pattern = FcPatternCreate() else { return FontMatch() }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, family)
    FcPatternAddString(pattern, FC_LANG, "zh-cn")
    FcPatternAddInteger(pattern, FC_WEIGHT, weight)
    FcConfigSubstitute(configuration, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    guard let found = FcFontMatch(configuration, pattern, &result) else { return FontMatch() }
    defer { FcPatternDestroy(found) }
    return FontMatch(found)
  }
}

/// What fontconfig knows about one face.
private struct FontMatch {
  var file: FontFile?
  /// The family's names in all its languages.
  var names: [String] = []
  var hasChinese = false

  var name: String { names.first ?? "" }

  init() {}

  init(_ pattern: OpaquePointer) {
    var path: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    if FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path {
      FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
      file = FontFile(path: String(cString: path), index: Int(index))
    }
    var name: UnsafeMutablePointer<FcChar8>?
    var position: Int32 = 0
    while FcPatternGetString(pattern, FC_FAMILY, position, &name) == FcResultMatch, let known = name {
      names.append(String(cString: known))
      position += 1
    }
    var characters: OpaquePointer?
    if FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch, let characters {
      hasChinese = "中国医院科室骨直角复".unicodeScalars.allSatisfy { FcCharSetHasChar(characters, $0.value) != 0 }
    }
  }
}
