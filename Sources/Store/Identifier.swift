/// A name as SQL quotes it: any text but one with NUL, at which SQLite would stop reading.
func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

/// What tells two names apart in SQLite: only A–Z are the same as a–z.
func folded(_ name: String) -> [UInt8] {
  name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
}
