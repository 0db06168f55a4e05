import CGD
import Glibc

/// The functions of libgd that pictures need, loaded with the first picture.
///
/// The library brings some sixty others with it (every picture format there is), and loading them takes longer than
/// most commands: those that draw nothing do without.
struct GDLibrary {
  typealias Create = @convention(c) (Int32, Int32) -> gdImagePtr?
  typealias FillPolygon = @convention(c) (gdImagePtr?, UnsafeMutablePointer<gdPoint>?, Int32, Int32) -> Void
  typealias Destroy = @convention(c) (gdImagePtr?) -> Void

  static let fileName = "libgd.so.3"

  let create: Create
  let fillPolygon: FillPolygon
  let destroy: Destroy

  /// nil if the library is not installed. It stays loaded; loading it again costs nothing.
  init?() {
    guard let library = dlopen(Self.fileName, RTLD_NOW | RTLD_LOCAL),
      let create = dlsym(library, "gdImageCreateTrueColor"),
      let fillPolygon = dlsym(library, "gdImageFilledPolygon"), let destroy = dlsym(library, "gdImageDestroy")
    else { return nil }
    self.create = unsafeBitCast(create, to: Create.self)
    self.fillPolygon = unsafeBitCast(fillPolygon, to: FillPolygon.self)
    self.destroy = unsafeBitCast(destroy, to: Destroy.self)
  }
}
