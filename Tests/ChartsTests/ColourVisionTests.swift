import Foundation
import Testing

@testable import Charts

/// What readers with a colour vision deficiency see: the matrices for linear sRGB at full severity of Machado, Oliveira
/// and Fernandes (2009), “A physiologically-based model for simulation of color vision deficiency”, table 1.
enum ColourVision: String, CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  var rowSums: [Double] { matrix.map { $0.reduce(0, +) } }

  /// CIE L*a*b* (D65) of what is seen.
  func lab(_ colour: Colour) -> [Double] {
    let linear = [colour.red, colour.green, colour.blue].map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in max(0, min(1, zip(row, linear).map(*).reduce(0, +))) }
    let toXYZ = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(toXYZ, white).map { row, white -> Double in
      let share = zip(row, seen).map(*).reduce(0, +) / white
      return share > 216.0 / 24389 ? pow(share, 1.0 / 3) : (24389.0 / 27 * share + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// The distance of 1976: about 2.3 is just noticeable.
  func distance(_ a: Colour, _ b: Colour) -> Double {
    zip(lab(a), lab(b)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }
}

@Suite struct ColourVisionTests {
  @Test func theMatricesLeaveGreyGrey() {
    for vision in ColourVision.allCases { for sum in vision.rowSums { #expect(abs(sum - 1) < 2e-6) } }
    // White is 100, 0, 0; the distance from black to white is 100.
    #expect(abs(ColourVision.protanopia.distance(Colour(0x000000), Colour(0xFFFFFF)) - 100) < 0.1)
  }

  @Test(arguments: ColourVision.allCases) func gradesAreToldApart(vision: ColourVision) {
    for (index, a) in HouseStyle.grades.enumerated() {
      for b in HouseStyle.grades.dropFirst(index + 1) {
        #expect(vision.distance(a, b) >= 15, "\(vision): \(a.hex) and \(b.hex): \(vision.distance(a, b))")
      }
    }
  }

  /// Both sides of a heat map's midpoint, class by class.
  @Test(arguments: ColourVision.allCases) func theSidesOfAHeatMapAreToldApart(vision: ColourVision) {
    for count in 2...5 {
      for index in 0..<count {
        let above = DivergingClasses.colour(index, of: count, HouseStyle.above)
        let below = DivergingClasses.colour(index, of: count, HouseStyle.below)
        // The classes next to the midpoint are both nearly white: they may differ little, never not at all.
        #expect(vision.distance(above, below) >= (index == 0 ? 6 : 10), "\(vision): \(index) of \(count)")
      }
    }
  }

  /// All text of the gallery on what lies under it.
  @Test(arguments: Gallery.kinds) func textIsReadable(kind: String) throws {
    for scene in try Gallery.scenes(kind, metrics: FixedTextMetrics(), log: .init()) {
      var grounds: [(SceneBox, Colour)] = []
      for element in scene.elements {
        switch element {
        case .rect(let box, let colour): grounds.append((box, colour))
        case .text(let text):
          let middle = textBox(text, FixedTextMetrics()).middle
          let under = grounds.last { box, _ in
            box.left <= middle.x && middle.x <= box.right && box.top <= middle.y && middle.y <= box.bottom
          }
          let ground = under?.1 ?? HouseStyle.paper
          #expect(text.colour.contrast(with: ground) >= 4.5, "\(kind): “\(text.text)” on \(ground.hex)")
        default: break
        }
      }
    }
  }
}
