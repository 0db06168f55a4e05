import Findings
import Foundation
import Synchronization
import Workbench

/// What is being done, on a terminal, where it takes over a second; nothing elsewhere.
final class WorkLine: Sendable {
  private let state = Mutex(State())

  private struct State {
    var text = ""
    var since = Date.distantPast
    var isShown = false
  }

  init() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    Thread.detachNewThread { [weak self] in
      repeat { Thread.sleep(forTimeInterval: 1) } while self?.show() != nil
    }
  }

  func begin(_ text: String) {
    state.withLock {
      Self.wipe(&$0)
      $0.text = text
      $0.since = Date()
    }
  }

  /// Takes the line away, before something else is printed.
  func end() {
    state.withLock {
      Self.wipe(&$0)
      $0.text = ""
    }
  }

  private func show() {
    state.withLock { state in
      let seconds = Int(Date().timeIntervalSince(state.since))
      guard !state.text.isEmpty, seconds >= 1 else { return }
      try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(terminalSafe(state.text)) … \(seconds)s".utf8))
      state.isShown = true
    }
  }

  private static func wipe(_ state: inout State) {
    guard state.isShown else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
    state.isShown = false
  }
}

extension WorkLine {
  /// Lines to standard output, what is being done to this line.
  var voice: DeskVoice {
    DeskVoice(
      say: {
        self.end()
        write(terminalSafe($0) + "\n")
      }, working: { self.begin($0) })
  }
}
