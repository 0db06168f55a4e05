import Findings

extension ProtectedFinding {
  var english: Wording {
    switch self {
    case .path(_, let obstacle):
      Wording(
        found: obstacle.english, consequence: "Protected data were neither read nor written.",
        remedy: "Name another file under protected in qingheng.yaml, as protected: protected.sqlite.")
    case .rights:
      Wording(
        found: "Accounts other than its owner have rights to this file.",
        consequence: "The file is used, but others may read it.",
        remedy: "Run chmod 600 on it, and check the rights of its folder.")
    case .rowsOpen(let place, let table, let batches):
      Wording(
        found:
          "“\(table)” is protected now, but batches of it stand in the open database: \(batches.map { "\($0)" }.joined(separator: ", ")).",
        consequence:
          "Measures no longer read those rows, but their contents are still in \(place.text); undo deletes nothing.",
        remedy:
          "Make a new database: put the old file away under another name and close it, then import the other data again."
      )
    case .closed(let place, let obstacle, let measures):
      Wording(
        found: obstacle.english,
        consequence:
          "\(measures.count == 1 ? "The measure" : "The measures") \(measures.map { "“\($0)”" }.joined(separator: ", ")) \(measures.count == 1 ? "is" : "are") missing; effects that rest on \(measures.count == 1 ? "it" : "them") are not verified (未核).",
        remedy: obstacle.englishRemedy(place.text, "score again"))
    case .unchecked(_, let file, let tables):
      Wording(
        found:
          "The rows of \(tables.map { "“\($0)”" }.joined(separator: ", ")) stand in the protected database \(file), which this account cannot read.",
        consequence: "The scores were computed again from the stored measures; the rows could not be checked.",
        remedy: "Let an account that may read the file run qingheng verify.")
    case .lost(let place, let tables, let isGivenUp):
      isGivenUp
        ? Wording(
          found: ProtectedObstacle.lost(tables).english,
          consequence: "They were given up with --new-protected and count no more; this was recorded.",
          remedy: "Score again, and check vetoes that rest on them against records kept outside of \(place.text).")
        : Wording(
          found: ProtectedObstacle.lost(tables).english,
          consequence: "Nothing was imported: in an empty file, what was decided on would not have happened.",
          remedy:
            "Restore \(place.text) from a backup, or import the original files again; if they cannot be had, say --new-protected."
        )
    case .unlisted(let place, let obstacle):
      Wording(
        found: obstacle.english, consequence: "What stands in it is not listed.",
        remedy: obstacle.englishRemedy(place.text, "run this command"))
    case .reference(_, let table, let target):
      Wording(
        found: "A column of “\(table)” refers to the protected table “\(target)”.",
        consequence: "The table spec cannot be used.",
        remedy: "Remove references, or mark “\(table)” as protected: true as well.")
    }
  }
}

extension ProtectedObstacle {
  var english: String {
    switch self {
    case .absent: "The protected database does not exist."
    case .unreadable: "This account has no right to read the protected database."
    case .sameAsOpen: "The protected database and the open one are the same file."
    case .link: "The protected database is a link; nobody can tell who may read what it leads to."
    case .notAFile: "A folder, or something else that is no file, stands in the place of the protected database."
    case .unusable(let code): "The protected database cannot be used (\(code))."
    case .lost(let tables):
      "\(counted(tables.count, "batch", "batches")) that should be in the protected database cannot be found (\(self.tallied(tables).map { "\($0.table): \($0.count)" }.joined(separator: ", ")))."
    }
  }

  fileprivate func englishRemedy(_ file: String, _ action: String) -> String {
    switch self {
    case .absent: "Import the protected tables first, or let the account that keeps \(file) \(action)."
    case .unreadable: "Let an account that may read \(file) \(action)."
    case .sameAsOpen, .link, .notAFile: "Correct protected: in qingheng.yaml, then \(action)."
    case .unusable: "Check \(file), restore it from a backup if need be, then \(action)."
    case .lost: "Restore \(file) from a backup, or import the original files again, then \(action)."
    }
  }
}
