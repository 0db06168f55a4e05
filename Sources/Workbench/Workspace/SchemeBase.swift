import Documents
import Foundation
import Tabular

/// A file that a scheme extends: its name in the folder of the scheme, and its words.
package struct SchemeBase: Codable, Equatable, Sendable {
  package var name: String
  package var text: String
}

/// A scheme file as it stands in its folder.
struct WrittenScheme {
  let path: String
  let node: DocumentNode
  let hash: String
  let text: String
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The hash of all that the scheme rests on: of its own file where it extends none.
  func hash(with bases: [WrittenScheme]) -> String {
    bases.isEmpty ? hash : SHA256.hexDigest(of: Array(([hash] + bases.map(\.hash)).joined(separator: "\n").utf8))
  }
}
