import Testing

@testable import Statistics

@Suite struct LineClustersTests {
  @Test func nothingToCluster() {
    #expect(LineClusters(of: [], k: 5) == nil)
    #expect(LineClusters(of: [.nan, .infinity, -.infinity], k: 2) == nil)
    #expect(LineClusters(of: [1, 2], k: 0) == nil)
  }

  @Test func one() {
    let clusters = LineClusters(of: [.nan, 7], k: 3)
    // Both cuts are 7 and the first bin holds it; the empty bins start at their cut, and ties go to the first.
    #expect(clusters?.assignment == [nil, 0])
    #expect(clusters?.centres == [7, 7, 7])
  }

  @Test func allEqual() {
    #expect(LineClusters(of: [4, 4, 4, 4], k: 2)?.assignment == [0, 0, 0, 0])
  }

  /// Ten values, k = 5: cuts at ranks 2, 4, 6, 8, so bins {1,2} {3,4} {10,11} {12,20} {21,30} with medians 1.5, 3.5, 10.5,
  /// 16, 25.5. First round: 12 is nearer to 10.5 (1.5) than to 16 (4); 20 to 16 (4) than to 25.5 (5.5); 21 to 25.5 (4.5)
  /// than to 16 (5). Centres: 1.5, 3.5, 11, 20, 25.5. Second: 21 is nearer to 20. Centres: … 20.5, 30. Third: no change.
  @Test func byHand() {
    let clusters = LineClusters(of: [1, 2, 3, 4, 10, 11, 12, 20, 21, 30], k: 5)
    #expect(clusters?.centres == [1.5, 3.5, 11, 20.5, 30])
    #expect(clusters?.assignment == [0, 0, 1, 1, 2, 2, 2, 3, 3, 4])
  }

  /// 5 lies as far from 4 as from 6. Start: the cut is rank ⌈6/2⌉ = 3, so {3, 4, 5} and {6, 6, 6}: centres 4 and 6; the
  /// value 5 stays with the lower one, whose mean is 4.
  @Test func tiesGoToTheLowerCentre() {
    let clusters = LineClusters(of: [3, 6, 4, 6, 5, 6], k: 2)
    #expect(clusters?.assignment == [0, 1, 0, 1, 0, 1])
    #expect(clusters?.centres == [4, 6])
  }

  /// Start: cut at rank 3, {0, 1, 2} and {3, 20, 21}: medians 1 and 20; 3 goes to 1. Means 1.5 and 20.5; then nothing
  /// changes. Within a radius of 1 only 1 and 2 move the first centre, which stays at 1.5, and 20 and 21 the second. With
  /// a radius of 0.4 nobody moves anything.
  @Test func strictRadius() {
    let values = [0, 1, 2, 3, 20, 21.0]
    #expect(LineClusters(of: values, k: 2)?.centres == [1.5, 20.5])
    #expect(LineClusters(of: values, k: 2, strictRadius: 1)?.centres == [1.5, 20.5])
    #expect(LineClusters(of: values, k: 2, strictRadius: 0.4)?.centres == [1.5, 20.5])
    // 9.6 starts in the upper bin, is nearer to 1.5 than to 20, and pulls the lower centre to 3.12. It lies 6.48 from
    // there: under the radius 4 it stays assigned, and the centre goes back to 1.5.
    let pulled = [0, 1, 2, 3, 9.6, 20, 20, 21]
    #expect(LineClusters(of: pulled, k: 2)?.centres == [15.6 / 5, 61.0 / 3])
    #expect(LineClusters(of: pulled, k: 2)?.assignment == [0, 0, 0, 0, 0, 1, 1, 1])
    #expect(LineClusters(of: pulled, k: 2, strictRadius: 4)?.assignment == [0, 0, 0, 0, 0, 1, 1, 1])
    #expect(LineClusters(of: pulled, k: 2, strictRadius: 4)?.centres[0] == 1.5)
  }

  @Test func tiesMakeEmptyBins() {
    // Ranks 1, 2, 3 of five values are the cuts of k = 4 (⌈5/4⌉ = 2, ⌈10/4⌉ = 3, ⌈15/4⌉ = 4): 1, 1, 1. All ones fall
    // into the first bin, 9 into the last; the bins between start at 1 and stay there, empty.
    let clusters = LineClusters(of: [1, 1, 1, 1, 9], k: 4)
    #expect(clusters?.assignment == [0, 0, 0, 0, 3])
    #expect(clusters?.centres == [1, 1, 1, 9])
  }

  @Test func orderDoesNotMatterAndExtremesDoNotHang() {
    let values = [1e308, -1e308, 0, 1e-300, 5, 5, 5, 1e17, 1e17 + 16]
    let forward = LineClusters(of: values, k: 3)
    let backward = LineClusters(of: values.reversed(), k: 3)
    #expect(forward?.assignment == backward?.assignment.reversed())
  }
}
