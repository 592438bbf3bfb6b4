package org.lostbit.model.mm;

import java.util.ArrayList;
import java.util.List;
import org.lostbit.model.memory.Actor;
import org.lostbit.model.memory.Shared;
import org.lostbit.model.memory.Word;
import org.lostbit.model.memory.WordArray;

/**
 * The address space of the user process: host page tables (hva page to pfn) and the pages behind
 * them. The content of a page is one word, the version that was stored last.
 */
public final class HostMm extends Shared {
  /** What {@link #getUserPage} answers where nothing is mapped ({@code KVM_PFN_ERR_FAULT}). */
  public static final long NO_PFN = -1;

  private final List<Vma> vmas;
  private final WordArray pages;

  /**
   * A mapped range.
   *
   * @param start the first hva page (address in bytes divided by 4096)
   * @param ptes one host pte per page: the pfn
   */
  private record Vma(long start, WordArray ptes) {}

  /** An address space that maps the ranges; every page has a frame of its own and content 0. */
  public HostMm(List<Range> ranges) {
    super("mm");
    List<Vma> mapped = new ArrayList<>();
    int frames = 0;
    for (Range range : ranges) {
      WordArray ptes = new WordArray(this, "pte", range.pages(), 0);
      for (int i = 0; i < range.pages(); i++) {
        ptes.word(i).writePlain(frames++);
      }
      mapped.add(new Vma(range.start(), ptes));
    }
    this.vmas = List.copyOf(mapped);
    this.pages = new WordArray(this, "page", frames, 0);
  }

  /**
   * A range of pages.
   *
   * @param start the first page number
   * @param pages how many pages
   */
  public record Range(long start, int pages) {
    /** Whether the page lies in the range. */
    public boolean contains(long page) {
      return page >= start && page - start < pages;
    }
  }

  /**
   * {@code get_user_pages} for one page: the frame behind an address. May sleep.
   *
   * @return the pfn, or {@link #NO_PFN}
   */
  public long getUserPage(Actor actor, long hvaPage) {
    actor.mightSleep("get_user_pages");
    return translate(hvaPage);
  }

  /** The content of the frame. */
  public Word page(long pfn) {
    return pages.word((int) pfn);
  }

  /** A load by user space through its own page table; 0 where nothing is mapped. */
  public long load(long hvaPage) {
    long pfn = translate(hvaPage);
    return pfn == NO_PFN ? 0 : page(pfn).readOnce();
  }

  /** A store by the kernel or by user space through the host page table; false if it faults. */
  public boolean store(long hvaPage, long version) {
    long pfn = translate(hvaPage);
    if (pfn == NO_PFN) {
      return false;
    }
    page(pfn).writeOnce(version);
    return true;
  }

  private long translate(long hvaPage) {
    for (Vma vma : vmas) {
      long offset = hvaPage - vma.start();
      if (offset >= 0 && offset < vma.ptes().length()) {
        return vma.ptes().word((int) offset).readOnce();
      }
    }
    return NO_PFN;
  }
}
