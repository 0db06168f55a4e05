import Documents

extension Shape {
  package static let scheme = Shape(
    "scheme", "评价方案", "a scheme", [.required("scheme", .text, "方案的代号", "the scheme's id")])
}
