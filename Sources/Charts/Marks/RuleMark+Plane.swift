/// On a plane: one upright line, named beside its upper end.
extension RuleMark: PlaneMark {
  private var number: Double? { if case .number(let value) = x { value } else { nil } }

  var fixedAcross: [Double] { number.map { [$0] } ?? [] }

  func draw(in panel: PlanePanel) -> [SceneElement] {
    guard let number, let place = panel.x.place(of: number)?.rounded() else { return [] }
    return [
      .line(
        ScenePoint(place, panel.box.top), ScenePoint(place, panel.box.bottom), width: 2, HouseStyle.muted,
        dash: HouseStyle.dash)
    ]
  }

  func avoid(in panel: PlanePanel, placer: inout LabelPlacer) {
    guard let number, let place = panel.x.place(of: number) else { return }
    placer.avoid(SceneBox(left: place - 3, top: panel.box.top, right: place + 3, bottom: panel.box.bottom))
  }

  func label(in panel: PlanePanel, placer: inout LabelPlacer) {
    guard let number, let place = panel.x.place(of: number), let words = panel.words(label) else { return }
    placer.place(words, at: ScenePoint(place, panel.box.top + 14), radius: 4, colour: HouseStyle.muted)
  }
}
