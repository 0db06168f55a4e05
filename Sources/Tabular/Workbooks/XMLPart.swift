import CExpat

/// One XML part of a workbook, read by expat piece by piece. Who reads a kind of part overrides what it is told.
///
/// Document types are refused, so that there are no entities but the five of XML. Tokens and depth have limits: memory
/// does not follow what the file says. Not for several threads at once.
class XMLPart {
  private static let longestToken = 1 << 20
  private static let deepest = 128

  let name: String
  private(set) var problem: PartProblem?
  private let parser: XML_Parser
  private let bytes: ReadAhead
  private var fed = 0
  private var depth = 0
  private var isPaused = false
  private var isAtEnd = false

  /// - Parameters:
  ///   - name: what findings call the part.
  ///   - member: where its bytes come from; belongs to this reader from here on.
  init(_ name: String, _ member: ZipMemberBytes) throws(PartProblem) {
    guard let parser = XML_ParserCreate(nil) else {
      throw .workbook(.damaged(part: name, line: 0, reason: "out of memory"))
    }
    self.name = name
    self.parser = parser
    bytes = ReadAhead(member)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { part, name, attributes in
        guard let part, let name, let attributes else { return }
        Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef { $0.began(name, attributes) }
      },
      { part, name in
        guard let part, let name else { return }
        Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef { $0.ended(name) }
      })
    XML_SetCharacterDataHandler(parser) { part, text, count in
      guard let part, let text else { return }
      let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
      Unmanaged<XMLPart>.fromOpaque(part)._withUnsafeGuaranteedRef {
        $0.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { part, _, _, _, _ in
      guard let part else { return }
      let reader = Unmanaged<XMLPart>.fromOpaque(part).takeUnretainedValue()
      reader.stop(.documentType(part: reader.name))
    }
  }

  deinit {
    bytes.close()
    XML_ParserFree(parser)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func characters(_ text: UnsafeBufferPointer<UInt8>) {}

  private func began(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    depth &+= 1
    guard depth <= Self.deepest else {
      stop(.tooIntricate(part: self.name))
      return
    }
    start(XMLName(name), XMLAttributes(attributes))
  }

  private func ended(_ name: UnsafePointer<CChar>) {
    depth &-= 1
    end(XMLName(name))
  }

  /// Stops behind the element at hand; `readOn` goes on from there.
  final func pause() {
    isPaused = true
    XML_StopParser(parser, XML_Bool(XML_TRUE))
  }

  final func stop(_ problem: WorkbookProblem) {
    guard self.problem == nil else { return }
    self.problem = .workbook(problem)
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Reads until somebody pauses, or to the end.
  /// - Returns: whether it was paused; otherwise the end is reached, or there is a problem.
  final func readOn() -> Bool {
    guard problem == nil else { return false }
    if isPaused {
      isPaused = false
      guard goesOn(XML_ResumeParser(parser)) else { return isPaused }
    }
    while !isAtEnd {
      let piece: UnsafeRawBufferPointer
      do throws(ArchiveProblem) { piece = try bytes.next() } catch {
        problem = .archive(error)
        return false
      }
      fed += piece.count
      isAtEnd = piece.isEmpty
      let text = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard goesOn(XML_Parse(parser, text, Int32(piece.count), isAtEnd ? 1 : 0)) else { return isPaused }
      if fed - Int(XML_GetCurrentByteIndex(parser)) > Self.longestToken, !isAtEnd {
        problem = .workbook(.tooIntricate(part: name))
        return false
      }
    }
    return false
  }

  private func goesOn(_ status: XML_Status) -> Bool {
    if status == XML_STATUS_ERROR, problem == nil {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      problem = .workbook(
        .damaged(part: name, line: Int(XML_GetCurrentLineNumber(parser)), reason: reason))
    }
    return status == XML_STATUS_OK
  }

  /// Reads the whole part.
  final func readAll() throws(PartProblem) {
    while readOn() {}
    if let problem { throw problem }
  }
}
