import Register

/// The columns that survey products put beside the questions.
extension SurveyRule.Form {
  /// Whether the header is one of the product's own, and no question. Those that the spec does not name are not kept,
  /// whatever `other_columns` says.
  func isMetadata(_ header: String) -> Bool {
    let form = headerForm(header)
    if isPersonal(header) { return true }
    switch self {
    case .wjx: return ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "总分"].contains(form)
    case .odk:
      return [
        "SubmissionDate", "meta-instanceID", "meta-instanceName", "KEY", "AttachmentsPresent", "AttachmentsExpected",
        "Status", "ReviewState", "Edits", "FormVersion", "start", "end", "today",
      ].contains(form)
    case .kobo:
      return [
        "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "__version__", "_tags", "_index",
        "start", "end", "today", "meta/instanceID",
      ].contains(form)
    case .limesurvey:
      return [
        "id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl", "interviewtime",
      ].contains(form) || form.hasPrefix("groupTime") || form.hasSuffix("Time")
    }
  }

  /// Whether it says who answered, or from where: such a column is never kept.
  func isPersonal(_ header: String) -> Bool {
    let form = headerForm(header)
    switch self {
    case .wjx: return ["来自IP", "用户ID", "IP", "IP地址"].contains(form)
    case .odk:
      return ["SubmitterID", "SubmitterName", "DeviceID", "deviceid", "username", "phonenumber"].contains(form)
    case .kobo: return ["_submitted_by", "deviceid", "username", "phonenumber", "_geolocation"].contains(form)
    case .limesurvey: return ["ipaddr", "token"].contains(form)
    }
  }
}

extension SurveyRule {
  /// Which export a file's name says that it is.
  static func export(namedIn path: String) -> Export? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let words: [(String, Export)] = [
      ("按文本", .text), ("按序号", .number), ("按分数", .score), ("All_Data_Readable", .text),
      ("All_Data_Original", .number),
    ]
    return words.first { name.contains($0.0) }?.1
  }
}
