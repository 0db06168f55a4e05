import Findings

extension ArchiveProblem {
  var english: Wording {
    let unread = "Nothing was imported from the file."
    switch self {
    case .damaged(let reason):
      return Wording(
        found: "The file is damaged or cut short and cannot be unpacked (\(reason)).", consequence: unread,
        remedy: "Download or export it again.")
    case .encrypted:
      return Wording(
        found: "The archive has a password.", consequence: unread,
        remedy: "Take the password off, or unpack it and import the files inside.")
    case .compression:
      return Wording(
        found: "The archive is packed in a way that is not read here.", consequence: unread,
        remedy: "Unpack it and import the files inside, or save the file once more.")
    case .tooLarge(let limit):
      return Wording(
        found: "More than \(limit) bytes come out of it.", consequence: unread,
        remedy: "Split the data into several files; do not open it if you do not know where it comes from.")
    case .tooDense(let ratio):
      return Wording(
        found: "More than \(ratio) times its size comes out of it, as of no sound file.", consequence: unread,
        remedy: "Check where it comes from; if it is data all the same, save it as CSV.")
    case .tooManyMembers(let count, let limit):
      return Wording(
        found: "There are \(count) files in the archive, more than \(limit).", consequence: unread,
        remedy: "Unpack it and import the files in several turns.")
    case .nested:
      return Wording(
        found: "This is an archive inside an archive.", consequence: unread,
        remedy: "Unpack it and import the files inside.")
    case .noFiles:
      return Wording(
        found: "There are no files in the archive.", consequence: unread,
        remedy: "Check that it is the file that was meant.")
    case .noRoom(let reason):
      return Wording(
        found: "The temporary file that unpacking needs cannot be written (\(reason)).", consequence: unread,
        remedy:
          "Make room in the folder for temporary files (/tmp), or name another one in TMPDIR, and import it again."
      )
    case .skipped(let names):
      let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      return Wording(
        found: "No data: \(list) (\(counted(names.count, "file"))).",
        consequence: "Passed over.", remedy: "Nothing is to be done.")
    }
  }
}
