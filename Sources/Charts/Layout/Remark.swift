/// Sentences at the foot of a picture about what it could not show.
enum Remark {
  static func notDrawn(_ names: [String]) -> [String] { names.isEmpty ? [] : [HouseStyle.notDrawn(list(names))] }
  static func notNamed(_ names: [String]) -> [String] { names.isEmpty ? [] : [HouseStyle.notNamed(list(names))] }

  private static func list(_ names: [String]) -> String {
    firstFew(names, separator: "、", more: HouseStyle.andMore)
  }
}
