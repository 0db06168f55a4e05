import CFreeType
import Findings

/// A rendered character: coverage in 16 steps, left to right and top to bottom.
struct Glyph {
  var width: Int
  var height: Int
  /// From the pen to the left edge, and from the baseline up to the top edge.
  var left: Int
  var top: Int
  var coverage: [UInt8]
}

/// One face of a font file, opened through FreeType: libgd can only open the first face of a collection, and that has
/// Japanese forms. Not thread-safe; glyphs and widths are kept.
final class FontFace {
  private struct WidthKey: Hashable {
    var scalar: UInt32
    var size: Double
  }
  private struct GlyphKey: Hashable {
    var scalar: UInt32
    var size: Double
    var phase: UInt8
  }
  /// Text begins at quarters of a pixel: even spacing without a glyph for every fraction.
  static let phases = 4

  let file: FontFile
  private let library: FT_Library
  private let face: FT_Face
  private var currentSize = 0.0
  private var widths: [WidthKey: Double] = [:]
  private var glyphs: [GlyphKey: Glyph] = [:]

  init?(_ file: FontFile) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    var face: FT_Face?
    guard FT_New_Face(library, file.path, file.index, &face) == 0, let face else {
      FT_Done_FreeType(library)
      return nil
    }
    self.file = file
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  func has(_ scalar: Unicode.Scalar) -> Bool { FT_Get_Char_Index(face, FT_ULong(scalar.value)) != 0 }

  /// How far the pen moves, in pixels. Figures all move it as far as the widest of them.
  func width(of scalar: Unicode.Scalar, size: Double) -> Double {
    let key = WidthKey(scalar: scalar.value, size: size)
    if let known = widths[key] { return known }
    let isFigure = (0x30...0x39).contains(scalar.value)
    let width =
      isFigure
      ? (UInt32(0x30)...0x39).map { advance(of: $0, size: size) }.max() ?? 0 : advance(of: scalar.value, size: size)
    widths[key] = width
    return width
  }

  private func advance(of scalar: UInt32, size: Double) -> Double {
    guard load(scalar, size: size) else { return 0 }
    return Double(face.pointee.glyph.pointee.linearHoriAdvance) / 65536
  }

  /// Draws a character at a fraction of a pixel right of the pen.
  func glyph(of scalar: Unicode.Scalar, size: Double, phase: Int) -> Glyph? {
    let key = GlyphKey(scalar: scalar.value, size: size, phase: UInt8(phase))
    if let known = glyphs[key] { return known }
    guard load(scalar.value, size: size), let slot = face.pointee.glyph else { return nil }
    // A figure narrower than the others stands in the middle of its place.
    let slack = width(of: scalar, size: size) - Double(slot.pointee.linearHoriAdvance) / 65536
    guard load(scalar.value, size: size) else { return nil }
    FT_Outline_Translate(
      &slot.pointee.outline, FT_Pos((Double(phase) * 64 / Double(Self.phases) + slack * 32).rounded()), 0)
    guard FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) == 0 else { return nil }
    let bitmap = slot.pointee.bitmap
    let (columns, rows) = (Int(bitmap.width), Int(bitmap.rows))
    var coverage = [UInt8](repeating: 0, count: columns * rows)
    if let buffer = bitmap.buffer {
      for y in 0..<rows {
        for x in 0..<columns {
          // 16 steps are as smooth to the eye as 256, and leave so few colours that the picture needs only a palette.
          coverage[y * columns + x] = UInt8((Int(buffer[y * Int(bitmap.pitch) + x]) + 8) / 17)
        }
      }
    }
    let glyph = Glyph(
      width: columns, height: rows, left: Int(slot.pointee.bitmap_left), top: Int(slot.pointee.bitmap_top),
      coverage: coverage)
    glyphs[key] = glyph
    return glyph
  }

  private func load(_ scalar: UInt32, size: Double) -> Bool {
    if currentSize != size {
      guard FT_Set_Char_Size(face, 0, FT_F26Dot6((size * 64).rounded()), 72, 72) == 0 else { return false }
      currentSize = size
    }
    // FT_LOAD_TARGET_LIGHT, a macro that Swift cannot see: hinting that moves only up and down, so that horizontal
    // strokes are crisp and widths stay true.
    let lightHinting = Int32(1 << 16)
    return FT_Load_Char(face, FT_ULong(scalar), lightHinting | Int32(FT_LOAD_NO_BITMAP)) == 0
  }
}

/// The faces of a font set, opened: measures text, and finds what has no glyph.
package final class FontFaces: TextMetrics {
  package let fonts: FontSet
  private let regular: FontFace
  private let bold: FontFace

  /// nil, with the reason in the log, if a file cannot be opened.
  package init?(_ fonts: FontSet, log: FindingLog) {
    guard let regular = FontFace(fonts.regular) else {
      log.add(ChartFinding.fontUnreadable(.file(fonts.regular.path)))
      return nil
    }
    guard let bold = FontFace(fonts.bold) else {
      log.add(ChartFinding.fontUnreadable(.file(fonts.bold.path)))
      return nil
    }
    self.fonts = fonts
    self.regular = regular
    self.bold = bold
  }

  func face(_ weight: FontWeight) -> FontFace { weight == .bold ? bold : regular }

  package func width(of text: String, size: Double, weight: FontWeight) -> Double {
    let face = face(weight)
    var width = 0.0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last { width += gap(between: last, and: scalar, size: size) }
      width += face.width(of: scalar, size: size)
      last = scalar
    }
    return width
  }

  package func gap(between last: Unicode.Scalar, and next: Unicode.Scalar, size: Double) -> Double {
    MixedScript.needsGap(last, next) ? size * MixedScript.share : 0
  }

  /// The characters that the face cannot draw.
  func missing(in text: String, weight: FontWeight) -> [Unicode.Scalar] {
    let face = face(weight)
    return text.unicodeScalars.filter { !face.has($0) }
  }
}
