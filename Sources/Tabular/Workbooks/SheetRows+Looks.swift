/// Where the text of a cell stands, and what else is known of it.
struct CellSlot {
  enum Origin { case blank, own, shared, merged }
  var origin = Origin.blank
  var mark: CellMark?
  /// The place in `own`, or the number of the shared text or merged cell.
  var start = 0
  var count = 0
  /// The style by which a person sees it, where that differs from the text; −1: it does not.
  var look: Int32 = -1
  var isText = false
}

extension SheetRows {
  func show(_ index: Int) {
    let slot = slots[index]
    guard slot.look >= 0, let picture = pictures[Int(slot.look)] else { return }
    slots[index].look = -1
    let plain = String(decoding: text(index), as: UTF8.self)
    let seen = slot.isText ? picture.seen(text: plain) : NumberText.value(plain).flatMap(picture.seen)
    guard let seen else {
      if slot.mark == nil || slot.mark == .merged { slots[index].mark = .unseen }
      hasMarks = true
      return
    }
    guard seen != plain else { return }
    let start = own.count
    own.append(seen)
    slots[index].origin = .own
    (slots[index].start, slots[index].count) = (start, own.count - start)
  }
}
