package org.lostbit.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lostbit.claims.Answer;
import org.lostbit.claims.Claim;
import org.lostbit.claims.ClaimKind;
import org.lostbit.claims.EngineName;
import org.lostbit.claims.MemoryModel;
import org.lostbit.claims.PlantedBug;
import org.lostbit.claims.verdict.Counterexample;
import org.lostbit.claims.verdict.Exhaustion;
import org.lostbit.claims.verdict.Judged;
import org.lostbit.claims.verdict.JvmEnvironment;
import org.lostbit.claims.verdict.TraceStep;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.claims.verdict.VerdictFile;
import org.lostbit.model.memory.Violation;

/** Claims and verdicts that no engine said, for tests of what is made of them. */
public final class Fakes {
  public static final String RUN = "20250101T000000Z";
  public static final String DIGEST = "5eed".repeat(16);
  public static final JvmEnvironment HERE =
      new JvmEnvironment("17.0.15", "Some VM, Some Vendor", "Linux 6.1", "amd64", 2, 4096, "");

  public static final String INTEREST = "a retrieval takes the bit while the guest runs";
  public static final Map<MemoryModel, Answer> NEVER =
      Map.of(MemoryModel.SC, Answer.IMPOSSIBLE, MemoryModel.LKMM, Answer.IMPOSSIBLE);
  public static final Map<MemoryModel, Answer> POSSIBLE = Map.of(MemoryModel.SC, Answer.POSSIBLE);

  private Fakes() {}

  /** A claim of each kind, with names such as real ones have. */
  public static List<Claim> catalogue() {
    return List.of(
        claim("L4/v3.5", ClaimKind.HOLDS, NEVER),
        claim("L8/v3.5", ClaimKind.STANDING_HOLE, POSSIBLE),
        claim("L4/v3.5+write-protect-before-take", ClaimKind.PLANTED, POSSIBLE),
        claim("L8/v3.5+merge-back", ClaimKind.LEGAL_VARIANT, NEVER));
  }

  public static Claim claim(String key, ClaimKind kind, Map<MemoryModel, Answer> expected) {
    return claim(key, kind, expected, Map.of());
  }

  public static Claim claim(
      String key,
      ClaimKind kind,
      Map<MemoryModel, Answer> expected,
      Map<EngineName, String> unsuited) {
    boolean planted = kind == ClaimKind.PLANTED;
    return new Claim(
        key.substring(0, key.indexOf('/')),
        key,
        "GuestWriteVsGetDirtyLog",
        "Can a guest write slip between the snapshot of the bitmap & the clearing of its <word>?",
        key.substring(key.indexOf('/') + 1),
        kind,
        kind == ClaimKind.STANDING_HOLE ? key + "+merge-back" : "",
        expected,
        planted ? "the page is protected before its bit is taken" : "mmu_lock spans both steps",
        planted
            ? Optional.of(
                new PlantedBug("K01", "write-protect before take", "edde99ce0529", "v3.3"))
            : Optional.empty(),
        unsuited,
        "1 guest store, 1 KVM_GET_DIRTY_LOG, 1 page",
        Violation.Kind.LOST_PAGE,
        List.of("VMM", "VCPU"),
        () -> {
          throw new AssertionError("nothing runs here");
        });
  }

  public static Verdict.Proved proved(MemoryModel model, long reached) {
    return new Verdict.Proved(
        new Exhaustion(
            model,
            "1 guest store, 1 KVM_GET_DIRTY_LOG, 1 page",
            1234,
            true,
            567,
            890,
            0,
            64,
            List.of(new Verdict.Reached(INTEREST, reached))));
  }

  public static Verdict.NotSeen notSeen(long reached) {
    return new Verdict.NotSeen(3_000_000, List.of(new Verdict.Reached(INTEREST, reached)));
  }

  /** A violation whose outcome alone was seen. */
  public static Verdict.Violated seen() {
    return new Verdict.Violated(
        Counterexample.seen(
            new Violation(Violation.Kind.LOST_PAGE, "gfn 3 was written, and no log says so"),
            "outcome: 1 page written, 0 reported\nfirst seen in fork 3"),
        1_000_000,
        17,
        List.of(new Verdict.Reached(INTEREST, 420)));
  }

  /** A violation with its steps. */
  public static Verdict.Violated traced() {
    return new Verdict.Violated(trace(), 42, 1, List.of(new Verdict.Reached(INTEREST, 7)));
  }

  public static Counterexample trace() {
    return new Counterexample(
        Violation.Kind.LOST_PAGE,
        "gfn 3 was written, and no log says so",
        "GuestWriteVsGetDirtyLog/v3.5+write-protect-before-take@VMM4.VCPU3.VMM3#3f9a",
        true,
        2,
        List.of("VMM", "VCPU", "VMM, at the end"),
        steps(),
        "");
  }

  private static List<TraceStep> steps() {
    String get = "kvm_vm_ioctl_get_dirty_log";
    String mark = "mark_page_dirty_in_slot";
    String bitmap = "slot8->dirty_bitmap[0]";
    List<String> none = List.of();
    List<String> slots = List.of("kvm->slots_lock");
    List<String> both = List.of("kvm->slots_lock", "kvm->mmu_lock");
    List<TraceStep> steps = new ArrayList<>();
    add(
        steps,
        0,
        get,
        "1 mutex_lock(&kvm->slots_lock)",
        "mutex_lock(&kvm->slots_lock)",
        "",
        "",
        slots,
        "");
    add(steps, 0, get, "", "snapshot[0] = 0", "-", "", slots, "");
    add(steps, 0, get, "", "snapshot[1] = 0", "-", "", slots, "");
    add(
        steps,
        0,
        get,
        "4 spin_lock(&kvm->mmu_lock)",
        "spin_lock(&kvm->mmu_lock)",
        "",
        "",
        both,
        "");
    add(
        steps,
        0,
        get,
        "5 mask = dirty_bitmap[i]",
        "READ_ONCE(slot8->dirty_bitmap[0])",
        bitmap,
        "0x1",
        both,
        "");
    add(
        steps,
        1,
        "kvm_write_guest_page",
        "1 copy_to_user",
        "copy_to_user(gfn 3, version 1)",
        "page[3]",
        "v0>v1",
        none,
        "");
    add(
        steps,
        1,
        mark,
        "2 set_bit_le(rel_gfn, dirty_bitmap)",
        "set_bit_le(3, slot8->dirty_bitmap)",
        bitmap,
        "0x1>0x9",
        none,
        "");
    add(
        steps,
        0,
        get,
        "6 dirty_bitmap[i] = 0",
        "WRITE_ONCE(slot8->dirty_bitmap[0], 0x0)",
        bitmap,
        "0x9>0x0",
        both,
        "bit 3 was set at step 7, is not in mask, and is now overwritten");
    add(
        steps,
        0,
        get,
        "7 spin_unlock(&kvm->mmu_lock)",
        "spin_unlock(&kvm->mmu_lock)",
        "",
        "",
        slots,
        "");
    add(
        steps,
        2,
        "qemu: migration_completion",
        "",
        "KVM_GET_DIRTY_LOG(slot 8) = {}",
        "",
        "",
        none,
        "");
    return steps;
  }

  /** {@code value} is "-" for a private step, else "after" or "before>after". */
  private static void add(
      List<TraceStep> steps,
      int thread,
      String function,
      String source,
      String operation,
      String cell,
      String value,
      List<String> locks,
      String note) {
    boolean quiet = cell.equals("-");
    int arrow = value.indexOf('>');
    steps.add(
        new TraceStep(
            steps.size() + 1,
            thread,
            function,
            "virt/kvm/kvm_main.c",
            source,
            "GetDirtyLog.java:" + (40 + steps.size()),
            operation,
            quiet ? "" : cell,
            arrow < 0 ? value : value.substring(0, arrow),
            arrow < 0 ? value : value.substring(arrow + 1),
            locks,
            !quiet,
            note));
  }

  public static VerdictFile explorer(List<Claim> claims, Verdict... verdicts) {
    return file(EngineName.EXPLORER, MemoryModel.SC, claims, verdicts);
  }

  public static VerdictFile jcstress(List<Claim> claims, Verdict... verdicts) {
    return file(EngineName.JCSTRESS, MemoryModel.TSO, claims, verdicts);
  }

  public static VerdictFile lincheck(List<Claim> claims, Verdict... verdicts) {
    return file(EngineName.LINCHECK, MemoryModel.SC, claims, verdicts);
  }

  public static VerdictFile file(
      EngineName engine, MemoryModel model, List<Claim> claims, Verdict... verdicts) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < verdicts.length; i++) {
      judged.add(new Judged(claims.get(i).key(), "2025-01-01T00:00:00Z", 1.5 * i, verdicts[i]));
    }
    return new VerdictFile(RUN, DIGEST, engine, model, engine == EngineName.EXPLORER, HERE, judged);
  }

  /** A run in which everything is as it should be. */
  public static List<VerdictFile> green() {
    List<Claim> claims = catalogue();
    return List.of(
        explorer(claims, proved(MemoryModel.SC, 7), seen(), traced(), proved(MemoryModel.SC, 3)),
        lincheck(
            claims,
            notSeen(12),
            new Verdict.NotSuited("it cannot wait in a loop"),
            seen(),
            notSeen(5)),
        jcstress(claims, notSeen(9), seen(), seen(), new Verdict.Skipped("a second CPU")));
  }

  /** A run in which a claim that must hold is violated, and a planted bug is missed. */
  public static List<VerdictFile> red() {
    List<Claim> claims = catalogue();
    return List.of(
        explorer(
            claims,
            traced(),
            seen(),
            traced(),
            new Verdict.Unfinished("budget spent", 9, List.of())),
        lincheck(claims, seen(), new Verdict.NotSuited("it cannot wait"), notSeen(0), notSeen(5)),
        jcstress(claims, notSeen(0), seen(), new Verdict.Failed("OutOfMemoryError"), notSeen(1)));
  }
}
