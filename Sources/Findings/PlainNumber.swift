/// A number as findings and files write it: whole ones without the decimal point, others in the fewest digits that are
/// exact.
package func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}
