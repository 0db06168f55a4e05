/// Every colour, size, distance and fixed word of our pictures. Pixels are those of a picture 1600 wide.
package enum HouseStyle {
  // MARK: Colours. All are told apart by readers with a colour vision deficiency, too.
  package static let paper = Colour(0xFFFFFF)
  package static let ink = Colour(0x1B1F24)
  package static let muted = Colour(0x57606A)
  static let grid = Colour(0xE6E8EB)
  static let hatch = Colour(0xC6CCD4)
  static let accent = Colour(0x0B5CAD)
  /// The range of the others, behind the one that counts.
  static let range = Colour(0xD6DCE2)
  /// Lines of the many, beside the one that counts.
  static let quiet = Colour(0xA3ADB8)
  /// A value that the scale does not know.
  static let unknown = Colour(0x8A94A0)
  /// Grades, best first.
  package static let grades = [0x0B5CAD, 0x5A9BD5, 0xB4C3D3, 0xE0A93E, 0xB5432E].map { Colour($0) }
  /// Which of the colours stand for two, three or four grades: the ends always keep theirs.
  static let gradesByCount = [[], [0], [0, 4], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]]
  /// The classes of a heat map: from paper to `light`, and `dark` for the outermost one.
  struct Ramp: Sendable, Equatable {
    var light: Colour
    var dark: Colour
  }
  static let above = Ramp(light: Colour(0x7FB2E0), dark: Colour(0x0B5CAD))
  static let below = Ramp(light: Colour(0xE8A860), dark: Colour(0xA9500A))

  // MARK: Type
  static let titleSize = 36.0
  static let headingSize = 24.0
  static let textSize = 22.0
  static let axisSize = 20.0
  static let noteSize = 18.0
  /// No text is set smaller.
  static let smallestSize = 14.0
  /// From the top of a line to its baseline, as a share of the size; and from there to its bottom.
  package static let ascent = 0.9
  package static let descent = 0.2
  /// How far the middle of Chinese characters and figures lies above the baseline.
  static let middle = 0.375
  static let lineHeight = 1.25

  // MARK: Distances
  static let margin = 48.0
  static let rowGap = 18.0
  static let columnGap = 34.0
  static let widestName = 0.28
  static let widestColumn = 0.16
  static let narrowestPlot = 280.0
  static let barShare = 0.62
  static let widestCell = 240.0
  static let widestLane = 360.0
  static let narrowestCell = 64.0
  static let cellGap = 4.0
  static let pointRadius = 8.0
  static let lineWidth = 4.0
  /// The height of a plane, and of one of several.
  static let planeHeight = 560.0
  static let facetHeight = 250.0
  static let leastPlaneHeight = 140.0
  static let facetGap = 44.0
  /// Wider radars say no more.
  static let widestRadar = 640.0
  /// Higher pictures are refused: no reader scrolls that far, and no printer prints them.
  static let highest = 32_000.0
  static let dash = SceneElement.Dash(on: 7, off: 5)

  /// Generous rows, until there are so many that the eye has to travel.
  static func rowHeight(rows: Int) -> Double { rows <= 60 ? 46 : rows <= 120 ? 38 : 30 }

  // MARK: Words
  static let noData = "无数据"
  static let noGroup = "未分组"
  static let allGroups = "各组"
  static let noValue = "—"
  static let total = "合计"

  static func notDrawn(_ names: String) -> String { "未画出：\(names)。" }
  static func notNamed(_ names: String) -> String { "图中放不下名称：\(names)。" }
  static func sumDiffers(_ name: String, stated: String, sum: String) -> String {
    "\(name)\(stated)与各步之和\(sum)不符。"
  }
  static func andMore(_ count: Int) -> String { "等，另有\(count)个" }
  static func with(_ name: String, reason: String) -> String { "\(name)（\(reason)）" }

  static func below(_ bound: String) -> String { "低于\(bound)" }
  static func atLeast(_ bound: String) -> String { "\(bound)及以上" }

  /// The colour of text that stands on another colour: ink or white, whichever has the higher contrast. On no colour at
  /// all is that less than 4 : 1; on those of the house it is 4.5 : 1 or more.
  package static func textColour(on ground: Colour) -> Colour {
    ink.contrast(with: ground) >= paper.contrast(with: ground) ? ink : paper
  }
}
