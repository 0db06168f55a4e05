import Findings

extension WorkbenchFinding {
  var english: Wording {
    let nothing = "Nothing was done."
    func words(_ found: String, _ consequence: String, _ remedy: String) -> Wording {
      Wording(found: found, consequence: consequence, remedy: remedy)
    }
    func list(_ items: [String]) -> String { items.isEmpty ? "none" : items.joined(separator: ", ") }
    func few(_ items: [String]) -> String {
      items.count <= 6 ? list(items) : "\(list(Array(items.prefix(5)))) and \(items.count - 5) more"
    }
    func guess(_ word: String, _ known: [String]) -> String {
      nearMiss(to: word, among: known).map { " Did you mean “\($0)”?" } ?? ""
    }
    switch self {
    case .noWorkspace(_, let isNamed):
      return words(
        isNamed
          ? "This folder has no qingheng.yaml, so it is no workspace."
          : "Neither this folder nor one above it has a qingheng.yaml.", nothing,
        isNamed
          ? "Correct --workspace, or make a workspace: qingheng init DIR"
          : "Go to the workspace, name it with --workspace DIR, or make one: qingheng init DIR")
    case .workspaceExists:
      return words("This folder has a qingheng.yaml already.", nothing, "Choose another folder.")
    case .minimumCellTooSmall(_, let value):
      return words("minimum_cell is \(value).", nothing, "Write a whole number of 1 or more; 5 is usual.")
    case .phaseDatesUnreadable(_, let phase, let from, let to):
      return words(
        "The phase “\(phase)” runs from “\(from)” to “\(to)”.", nothing,
        "Write two days as 2026-05-11, the earlier one first.")
    case .periodUnreadable(let place, let phases):
      return words(
        "“\(place.text)” is not a period.", nothing,
        "Write 2025, 2025H1, 2025Q3, 2025-06, 2025年上半年"
          + (phases.isEmpty ? "." : ", or a phase: \(list(phases))."))
    case .asOfUnreadable(let place):
      return words("“\(place.text)” is not a day.", nothing, "Write it as 2025-06-30.")
    case .systemUnknown(let place, let known):
      return words(
        "There is no system “\(place.text)”.\(guess(place.text, known))", nothing,
        "There are (by folder): \(list(known)).")
    case .obligationsAbsent:
      return words(
        "There is no obligations.yaml here: nobody wrote down what is owed.", nothing,
        "Write datasets/<system>/obligations.yaml; docs/obligations.md says how.")
    case .asOfTooEarly(let place, let period, let start):
      return words(
        "\(place.text) lies before the first day of \(period) (\(start)).", nothing,
        "Give a day from \(start) on, or leave --as-of out.")
    case .nameTwice(_, let name, let first):
      return words(
        "“\(name)” is defined here again; first at \(first.text).", "The second definition is not used.",
        "Rename one of the two.")
    case .schemeUnreadable(_, let file, let problems):
      return Wording(
        found: "The scheme in \(file) cannot be read (\(counted(problems, "problem"))).",
        consequence: "It was left aside; other schemes are used as they are.",
        remedy: "qingheng lint lists what is wrong.")
    case .systemUnusable(_, let system, let problems, let first):
      return words(
        "\(counted(problems, "thing")) in the files of “\(system)” cannot be read, the first at \(first.text).",
        "In this system nothing can be imported or scored; the others are not affected.",
        "To see them all: qingheng lint")
    case .schemeUnknown(let place, let known):
      return words(
        "There is no scheme “\(place.text)”.\(guess(place.text, known))", nothing, "Schemes: \(list(known))")
    case .tableUnknown(let place, let known):
      return words("There is no table “\(place.text)”.\(guess(place.text, known))", nothing, "Tables: \(list(known))")
    case .tableOfSeveralSystems(let place, let systems):
      return words(
        "Several systems have a table “\(place.text)”: \(list(systems)).", nothing,
        "Name the system too: --table \(systems.first ?? "system")/\(place.text)")
    case .nothingToImport:
      return words(
        "There is no file to import here (csv, tsv, txt).", nothing, "Check the folder; save workbooks as CSV first.")
    case .fileMatchesNone(_, let patterns):
      return words(
        "No table spec matches this file's name.", "The file was not imported.",
        "Name the table with --table. Patterns: \(list(patterns))")
    case .fileMatchesSeveral(_, let tables):
      return words(
        "Several table specs match this file's name: \(list(tables)).", "The file was not imported.",
        "Name the table with --table.")
    case .unitUnknown(let place, let nearest):
      return words(
        "No unit is called “\(place.text)”.\(nearest.map { " Did you mean “\($0)”?" } ?? "")", nothing,
        "qingheng units lists all of them.")
    case .unitAmbiguous(let place, let units):
      return words("Several units are called “\(place.text)”.", nothing, "Use a code: \(list(units))")
    case .unitOutOfScope(let place, let scheme, let period):
      return words(
        "“\(place.text)” is not graded by \(scheme) in \(period).", nothing,
        "qingheng rank \(scheme) --period \(period) lists the units that are.")
    case .nodeUnknown(let place, let nodes):
      return words(
        "The scheme has no node “\(place.text)”.\(guess(place.text, nodes))", nothing, "Nodes: \(list(nodes))")
    case .notScored(_, let scheme, let period):
      return words(
        "\(scheme) has not been scored for \(period).", nothing, "qingheng score \(scheme) --period \(period)")
    case .neverScored(_, let scheme):
      return words(
        "Nothing has been scored yet.", nothing, "For example: qingheng score \(scheme ?? "SCHEME") --period 2025H1")
    case .tableNeverImported(_, let table):
      return words(
        "Nothing was ever imported into “\(table)”.", "Measures on it have no rows.",
        "If there should be data: qingheng import FILE --table \(table)")
    case .leavesTableEmpty(_, let table):
      return words(
        "The leaves come from the table “\(table)”, which has no rows.", "The scheme was not scored.",
        "qingheng import FILE --table \(table)")
    case .periodWithoutRows(_, let scheme, let period, let tables, let ungraded, let units):
      return words(
        "\(scheme) has nothing to grade \(period) by: none of these tables has a row for it: \(list(tables)).",
        ungraded == units
          ? "None of the \(counted(units, "unit")) is graded."
          : "\(ungraded) of \(counted(units, "unit")) \(ungraded == 1 ? "is" : "are") not graded; the others are graded without a single row.",
        "Check --period; if it is right, import the files of \(period) and score again.")
    case .noUnitsInScope(_, let kinds, let period):
      return words(
        "No unit of kind \(list(kinds)) exists in \(period) and passes units.where.", "Nothing was scored.",
        "Check the register's kind, valid_from and valid_to.")
    case .exampleFailed(_, let example, let node, let expected, let got):
      return words(
        "The example “\(example)” expects \(node) = \(expected), but it is \(got).",
        "This alone keeps no scheme from being scored.",
        "Correct the rule or the example.")
    case .exampleNodeUnknown(_, let example, let node):
      return words(
        "The example “\(example)” speaks of “\(node)”, which is no measure, node or outcome.",
        "The example proves nothing.", "Correct the name.")
    case .examplePeriodUnknown(_, let example, let period, let phases):
      return words(
        "The example “\(example)” is of “\(period)”, which is not a period.", "The example was not run.",
        "Write 2025, 2025H1, 2025Q3, 2025-06" + (phases.isEmpty ? "." : ", or a phase: \(list(phases))."))
    case .explainUnderCell(let place, let scheme, let minimumCell):
      return words(
        "The run of “\(scheme)” is from before minimum_cell was raised to \(minimumCell), and fewer answered about "
          + "“\(place.text)”.", "Nothing is shown: the steps of its score would tell those answers.",
        "Score again: qingheng score \(scheme) --period …")
    case .replayDiffers(_, let difference, let engine?):
      return words(
        difference.englishFound,
        "The rules may have changed since version \(engine), or the database was changed: from here the two look alike.",
        "Verify with version \(engine) of the program; to go by today's rules, score again.")
    case .replayDiffers(_, let difference, nil):
      return words(
        difference.englishFound,
        "The stored run does not follow from its inputs; do not publish it.",
        "Score again, and find out who changed the database.")
    case .runOutdated(_, let what, let scheme, let period, let isFinal):
      return words(
        "Since this run was scored, inputs have changed: \(list(what.map(\.english))).",
        isFinal ? "The run was declared final and stands." : "What is shown is the run as it was scored.",
        isFinal
          ? "There is no need to score again."
          : "To take the changes into account: qingheng score \(scheme) --period \(period)")
    case .verifyRowsUnchecked(_, let rows): return rows.english
    case .verifyRowsLost(_, let rows): return rows.english
    case .engineDiffers(_, let stored, let current):
      return words(
        "The run was made by engine \(stored); this is \(current).", "Displayed values are compared.",
        "For an exact replay, use the same build.")
    case .fileUnwritable(_, let reason):
      switch reason {
      case .rights:
        return words(
          "The system does not let the file be written.", "It was not written.",
          "Check the rights of the folder, and whether another program has the file open.")
      case .space: return words("The disk is full.", "The file was not written.", "Make room and try again.")
      case .other(let code):
        return words("The file cannot be written (\(code)).", "It was not written.", "Check folder, rights and space.")
      }
    case .dataRequestUnknown(_, let keys):
      return words(
        "Nothing answers this request for data.", "The report shows a mark there.", "Requests: \(list(keys))")
    case .queryTruncated(_, let rows):
      return words(
        "The query gave more than \(rows) rows.", "Only the first \(rows) are shown.", "Narrow it with WHERE or LIMIT.")
    case .givenMeasureUnknown(_, let measure, let known):
      return words(
        "The scheme has no measure “\(measure)”.\(guess(measure, known))", "Nothing was computed.",
        "Measures: \(list(known))")
    case .givenPeriodUnknown(_, let period, let known):
      return words("“\(period)” is no part of this trial.", "Nothing was computed.", "One of: \(list(known))")
    case .givenOutOfRange(_, let measure, let value, let low, let high):
      let range =
        low.isFinite
        ? (high.isFinite ? "between \(inFewDigits(low)) and \(inFewDigits(high))" : "\(inFewDigits(low)) or more")
        : "\(inFewDigits(high)) or less"
      return words(
        "“\(measure)” is always \(range), and not \(inFewDigits(value)).", "Nothing was computed.",
        "Write a number that is \(range), or “missing”.")
    case .trialDiscloses(_, let disclosure): return disclosure.english
    case .baseUnderMinimumCell(_, let measure, let atLeast, let cell):
      return words(
        "The ranking asks for \(inFewDigits(atLeast)) answers in “\(measure)”, which is anonymous: an n under \(cell) is hidden.",
        "It acts as \(cell), so that no rank tells a smaller n.", "Write at_least of min_base as \(cell) or more.")
    case .trialRefused(let place):
      return words(
        "With these changes the scheme “\(place.text)” does not hold together, for the reasons above.",
        "Nothing was computed; the scheme's file and all results stay as they are.",
        "Add what has to change along with it, with another --set.")
    case .nothingInCommon(let place, let period):
      return words(
        "The two schemes \(place.text) have no unit in common in \(period).", "There is nothing to compare.",
        "Compare the “units” of the two schemes.")
    case .notebookAbsent:
      return words(
        "There is no such notebook.", "No report was written.", "Name a file such as notebooks-md/leaders.md")
    case .notebookWithoutRun:
      return words(
        "The notebook names no scheme or no period, and the command does not either.", "No report was written.",
        "Add --scheme and --period, or write them in the notebook's header.")
    case .periodUnused(_, let table, let period):
      return words(
        "Rows of “\(table)” have periods of their own; --period \(period) does not change them.",
        "The rows count for the periods that they state.", "Leave --period out, or check that it is the right file.")
    case .chartDataMissing:
      return words("The chart does not say where its data come from.", "It was not drawn.", "Add a line “data: …”.")
    case .upstreamUnknown(_, let measure, let scheme, let known):
      return words(
        "The measure “\(measure)” reads the scheme “\(scheme)”, which does not exist.\(guess(scheme, known))",
        "The scheme cannot be scored.", "Correct the name, or add the scheme. Schemes: \(list(known))")
    case .upstreamNodeUnknown(_, let measure, let scheme, let node, let known):
      return words(
        "The measure “\(measure)” reads the node “\(node)” of \(scheme), which has no such node.\(guess(node, known))",
        "The scheme cannot be scored.", "Nodes: \(few(known))")
    case .upstreamCycle(_, let schemes):
      return words(
        "Schemes read one another in a circle: \(schemes.joined(separator: " → ")).", "The scheme cannot be scored.",
        "Let one of them read tables instead.")
    case .upstreamAbsent(_, let measure, let scheme, let period):
      return words(
        "“\(measure)” finds no run of \(scheme) that looks at the whole of its period (asked for \(period)).",
        "The measure is missing there.", "Score \(scheme) first, up to the end of the period; then score this again.")
    case .frozenRunNotFinal(_, let scheme, let step, let period):
      return words(
        "A \(step) takes its parameters from \(period), and of \(scheme) there are only runs before the end of \(period).",
        "They are not used; the nodes that need the parameters are missing.",
        "Score \(scheme) for \(period) up to its end (without --as-of), then score this again.")
    case .viewColumns(_, let measure, let found, let missing):
      return words(
        "The SELECT of “\(measure)” gives \(list(found))\(missing.isEmpty ? "" : "; missing: \(list(missing))").",
        "Nothing was scored.",
        "It gives unit_id, p_from, p_to and value, and for tracing both batch_id and source_row; nothing else.")
    case .viewCell(_, let measure, let column, let row, let value):
      return words(
        "The SELECT of “\(measure)” gives “\(value)” under \(column) in row \(row).", "Nothing was scored.",
        "unit_id is a number of the table unit, p_from and p_to are days as 20250630, value a number or NULL.")
    case .claimedTwice(_, let measure, let thing, let units, let holder):
      return words(
        "“\(thing)” is claimed by \(list(units)) in “\(measure)”.", "It counts for \(holder) and for nobody else.",
        "If it belongs to another unit, correct the rows and import them again.")
    case .rosterStranger(_, let measure, let unit, let members, let hasRoster):
      if !hasRoster {
        return words(
          "\(unit) has rows in “\(measure)” and no roster: \(few(members)).",
          "Without a roster its rows do not count.", "Give the unit's roster, or correct the rows.")
      }
      return words(
        "Rows of \(unit) in “\(measure)” name who is not on its roster: \(few(members)).", "Their rows count.",
        "Add them to the roster, or correct the rows.")
    case .recordUnreadable(_, let table, let row, let column, let value):
      return words(
        "“\(value)” under \(column) in row \(row) of “\(table)” cannot be read.", "The row is left out.",
        "Write a period as 2025H1, a day as 2025-06-30, a value as a number, 不适用, or leave it empty.")
    case .decisionAmbiguous(_, let table, let row, let target, let schemes):
      return words(
        "Row \(row) of “\(table)” names no scheme, and “\(target)” stands in \(list(schemes.map { "“\($0)”" })).",
        "Whose decision it is cannot be told, so it acts in none of them.",
        "Write the scheme into the column scheme of the table of decisions and import it again.")
    case .decisionSchemeUnknown(_, let table, let row, let scheme, let known):
      return words(
        "Row \(row) of “\(table)” is about the scheme “\(scheme)”; this table is used by \(list(known))."
          + guess(scheme, known),
        "The decision acts in no scheme.", "Correct the column scheme and import the table again.")
    case .decisionsLater(_, let table, let count, let asOf):
      return words(
        "\(counted(count, "decision")) of “\(table)” \(count == 1 ? "was" : "were") taken after \(asOf).",
        "The period has not ended on that day, so the run does not count \(count == 1 ? "it" : "them").",
        "Nothing needs doing: a run as of the period's end or later counts every decision.")
    case .calendarYearAbsent(_, let measure, let years):
      return words(
        "“\(measure)” counts working days of \(list(years.map { "\($0)" })), for which there is no official calendar.",
        "They are provisional: Monday to Friday, without days off and make-up days.",
        "Add the year's file to the calendar when its notice is out, and score again.")
    case .derivedMore(let place, let like, let count, let listing):
      return words(
        "In the rows behind “\(place.text)” there \(count == 1 ? "is" : "are") \(count) more like the above (\(like)).",
        "They are treated alike.", "To list them all: \(listing)")
    }
  }
}
