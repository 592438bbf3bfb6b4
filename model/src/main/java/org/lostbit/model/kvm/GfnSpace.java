package org.lostbit.model.kvm;

import java.util.List;
import org.lostbit.model.mm.HostMm.Range;

/**
 * The guest frame numbers that a run has cells for. A frame outside is an error of the scenario,
 * not of the kernel.
 *
 * @param ranges the frames, as ranges that do not overlap
 */
public record GfnSpace(List<Range> ranges) {
  /** Owns its list. */
  public GfnSpace {
    ranges = List.copyOf(ranges);
  }

  /** How many frames there are. */
  public int size() {
    int size = 0;
    for (Range range : ranges) {
      size += range.pages();
    }
    return size;
  }

  /** The place of a frame among all of them, from 0. */
  public int index(long gfn) {
    int before = 0;
    for (Range range : ranges) {
      if (range.contains(gfn)) {
        return before + (int) (gfn - range.start());
      }
      before += range.pages();
    }
    throw new IllegalArgumentException("gfn " + gfn + " has no cells in this run");
  }

  /** The frame at a place: the inverse of {@link #index}. */
  public long gfn(int index) {
    int left = index;
    for (Range range : ranges) {
      if (left < range.pages()) {
        return range.start() + left;
      }
      left -= range.pages();
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Whether the frame has cells. */
  public boolean contains(long gfn) {
    return ranges.stream().anyMatch(range -> range.contains(gfn));
  }
}
