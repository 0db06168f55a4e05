/// An opaque sRGB colour.
package struct Colour: Sendable, Hashable {
  /// `0xRRGGBB`.
  package let rgb: UInt32

  package init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  var red: UInt32 { rgb >> 16 }
  var green: UInt32 { rgb >> 8 & 255 }
  var blue: UInt32 { rgb & 255 }

  /// Six hexadecimal digits, as a specification or stylesheet writes them.
  var hex: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Relative luminance, 0–1 (WCAG 2.1).
  package var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// Contrast ratio, 1–21 (WCAG 2.1).
  package func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The colour on the straight way to another; share 0 is this one, 1 the other.
  func mixed(with other: Colour, share: Double) -> Colour {
    func channel(_ a: UInt32, _ b: UInt32) -> UInt32 {
      UInt32((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return Colour(
      channel(red, other.red) << 16 | channel(green, other.green) << 8 | channel(blue, other.blue))
  }

  /// The sRGB curve. Its power 2.4 is base² times the fifth root of base², found by Newton's method, so that no
  /// mathematics library decides the last digit.
  private static func linear(_ channel: UInt32) -> Double {
    let share = Double(channel) / 255
    if share <= 0.04045 { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    var root = base.squareRoot()
    for _ in 0..<8 {
      let fourth = root * root * root * root
      root -= (fourth * root - base * base) / (5 * fourth)
    }
    return base * base * root
  }
}
