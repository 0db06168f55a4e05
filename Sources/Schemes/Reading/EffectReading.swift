import Documents
import Findings

extension SchemeReading {
  func effectGroups(_ reader: inout MappingReader) -> [EffectGroup] {
    reader.entries("effect_groups").compactMap { entry in
      var inner = MappingReader(entry.value, path: "effect_groups.\(entry.key)", shape: .effectGroup, log: log)
      let atMost = requiredNumber("at_most", in: &inner, .notNegative)
      inner.finish()
      return EffectGroup(id: entry.key, atMost: atMost ?? 0)
    }
  }

  func effects(_ reader: inout MappingReader) -> [Effect] {
    let effects = (reader.list("effects") ?? []).compactMap { effect($0) }
    checkDuplicates(.effect, effects.map { ($0.id, $0.place) })
    return effects
  }

  private func effect(_ node: DocumentNode) -> Effect? {
    let before = log.count(.problem)
    var reader = MappingReader(node, path: "effects", shape: .effect, log: log)
    guard let id = reader.requiredText("id") else { return nil }
    reader = MappingReader(node, path: "effects.\(id)", shape: .effect, log: log)
    _ = reader.node("id")
    var effect = Effect(id: id, place: reader.place(of: "id"))
    effect.trigger = reader.node("when").flatMap { trigger($0, &effect) }
    effect.capGrade = reader.text("cap_grade")
    effect.setGrade = reader.text("set_grade")
    effect.group = reader.text("group")
    for key in ["cap_grade", "set_grade", "group"] where reader.has(key) { effect.places[key] = reader.place(of: key) }
    effect.adjust = adjustment(&reader, &effect)
    if reader.has("add") && reader.has("deduct") {
      _ = onlyKey(of: ["add", "deduct"], in: &reader)
    } else if let written = reader.node("add") {
      effect.change = change(.add, written, &effect)
    } else if let written = reader.node("deduct") {
      effect.change = change(.deduct, written, &effect)
    }
    reader.finish()
    let isEmpty =
      effect.change == nil && effect.adjust == nil && effect.capGrade == nil && effect.setGrade == nil
    if isEmpty, log.count(.problem) == before {
      log.add(SchemeFinding.structure(effect.place, .effectEmpty(effect: id)))
    }
    return effect
  }

  /// `adjust: {role, at_most, reason: required}`: recorded decisions act, and nothing else beside them (E4).
  private func adjustment(_ reader: inout MappingReader, _ effect: inout Effect) -> Effect.Adjustment? {
    guard let node = reader.node("adjust") else { return nil }
    effect.places["adjust"] = node.place
    for key in ["when", "add", "deduct", "group", "cap_grade", "set_grade"] where reader.has(key) {
      exclude(key, "adjust", in: reader)
    }
    var inner = MappingReader(node, path: "\(reader.path).adjust", shape: .adjust, log: log)
    let role = inner.requiredText("role")
    let atMost = requiredNumber("at_most", in: &inner, .positive)
    let reason = inner.choice("reason", ReasonRule.self)
    inner.finish()
    return role.flatMap { role in atMost.map { .init(role: role, atMost: $0, needsReason: reason == .required) } }
  }

  private func trigger(_ node: DocumentNode, _ effect: inout Effect) -> Effect.Trigger? {
    var reader = MappingReader(node, path: "effects.\(effect.id).when", shape: .trigger, log: log)
    guard reader.has("any_of") else {
      return triggerTest(&reader, index: 0, &effect).map { .init(anyOf: [$0]) }
    }
    let items = reader.list("any_of") ?? []
    reader.finish()
    if items.isEmpty { report(.listLength(key: "any_of", needed: 1, found: 0), at: node.place) }
    var tests: [Effect.Trigger.Test] = []
    for (index, item) in items.enumerated() {
      var inner = MappingReader(item, path: "effects.\(effect.id).when.any_of", shape: .measureTest, log: log)
      if let test = triggerTest(&inner, index: index, &effect) { tests.append(test) }
    }
    effect.places["when.any_of"] = reader.place(of: "any_of")
    return .init(anyOf: tests)
  }

  private func triggerTest(
    _ reader: inout MappingReader, index: Int, _ effect: inout Effect
  ) -> Effect.Trigger.Test? {
    let measure = reader.requiredText("measure")
    effect.places["when.\(index)"] = reader.place(of: "measure")
    let comparison = comparison(in: &reader, isRequired: true)
    reader.finish()
    return measure.flatMap { measure in comparison.map { .init(measure: measure, comparison: $0) } }
  }

  private func change(
    _ direction: Effect.Change.Direction, _ node: DocumentNode, _ effect: inout Effect
  ) -> Effect.Change? {
    let key = direction.rawValue
    var reader = MappingReader(node, path: "effects.\(effect.id).\(key)", shape: .change, log: log)
    var measure = reader.text("measure")
    effect.places["change.measure"] = reader.place(of: "measure")
    let each = requiredNumber("each", in: &reader, .notNegative)
    let atMost = number("at_most", in: &reader, .notNegative)
    let namesNone = !reader.has("measure") && !reader.isMisspelt("measure")
    reader.finish()
    if measure == nil, namesNone {
      // An effect with one test multiplies that measure; an any_of names its own (E4).
      if effect.places["when.any_of"] == nil, let test = effect.trigger?.anyOf.first {
        measure = test.measure
      } else if effect.places["when.0"] == nil || effect.places["when.any_of"] != nil {
        log.add(SchemeFinding.structure(node.place, .effectMeasureMissing(effect: effect.id)))
      }
    }
    guard let measure, let each else { return nil }
    return .init(direction, measure: measure, each: each, atMost: atMost)
  }
}
