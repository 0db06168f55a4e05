import Foundation

/// Writes to standard output. A reader that has gone away is no error of ours; a full disk is one: whoever asked would
/// take the part that is there for the whole.
func write(_ text: String) {
  do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
    guard errno != EPIPE else { return }
    let reason = String(cString: strerror(errno))
    printError(
      """
      output-unwritable: 输出写不出去。What was asked for cannot be written out. (\(reason))
        输出不完整；此前已保存的仍有效。The output is incomplete; what was kept before stands.
        请腾出空间再运行；已导入的批次见 qingheng batches。Make room and run it again; qingheng batches lists what was imported.
      """)
    exit(3)
  }
}

/// Writes to standard error, as far as it takes anything.
func printError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }

/// A stream that is closed from the start would lend its number to the next file that is opened, and what is said would
/// be written into that.
func openStandardStreams() {
  for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) == -1 {
    _ = open("/dev/null", O_RDWR)
  }
}
