import CFuzzer
import Glibc

// Fuzz seeds TARGET FOLDER          writes files to begin with
// Fuzz TARGET FOLDER [-options]     runs libFuzzer on the target

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: Fuzz seeds TARGET FOLDER | Fuzz TARGET FOLDER [libFuzzer's options]")
  exit(2)
}
if arguments[1] == "seeds" {
  writeSeeds(of: arguments[2], to: arguments[3])
  exit(0)
}

/// What takes the bytes: a C function cannot capture it.
let target: (UnsafeBufferPointer<UInt8>) -> Void
switch arguments[1] {
case "csv": target = tryDelimitedText
case "table": target = tryTable
case "number": target = tryNumber
case "date": target = tryDate
case "xlsx": target = tryWorkbook
case "zip", "xls": target = tryAnyFile
default:
  print("Fuzz: no target \(arguments[1])")
  exit(2)
}

var words: [UnsafeMutablePointer<CChar>?] = ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
var count = Int32(words.count - 1)
words.withUnsafeMutableBufferPointer { buffer in
  var list = buffer.baseAddress
  let code = LLVMFuzzerRunDriver(&count, &list) { data, size in
    target(UnsafeBufferPointer(start: data, count: size))
    return 0
  }
  exit(code)
}
