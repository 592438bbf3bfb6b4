package org.lostbit.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lostbit.claims.verdict.Verdict;
import org.lostbit.explorer.Small.Thing;
import org.lostbit.explorer.search.Budget;
import org.lostbit.explorer.tree.BrokenModel;
import org.lostbit.model.memory.Ghost;
import org.lostbit.model.memory.Memory;
import org.lostbit.model.memory.Ref;
import org.lostbit.model.memory.Step;
import org.lostbit.model.memory.Until;
import org.lostbit.model.memory.Violation;
import org.lostbit.model.memory.Word;

/** Each way in which exploration can silently go wrong, and that it does not. */
final class PitfallsTest {
  private static Exploration explore(Supplier<Small> program) {
    return Explorer.explore(() -> program.get().run(), Budget.standard());
  }

  private static String breach(Supplier<Small> program) {
    return assertThrows(BrokenModel.class, () -> explore(program)).getMessage();
  }

  private static void says(String part, String message) {
    assertTrue(message.contains(part), message);
  }

  private static Optional<Violation> broken(boolean is) {
    return is ? Optional.of(new Violation(Violation.Kind.ASSERTION, "seen")) : Optional.empty();
  }

  private static boolean finds(Supplier<Small> program) {
    return explore(program) instanceof Exploration.Broken;
  }

  @Test
  void modelCodeThatSwallowsTheStopIsRefused() {
    String message =
        breach(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread(
                      "VMM",
                      t -> {
                        try {
                          g.word.readOnce();
                        } catch (Throwable swallowed) {
                          // this is what the test is about
                        }
                      });
            });
    says("thread VMM, program step 1 returns although the explorer stopped it", message);
    says("READ_ONCE(g->word) at [", message);
  }

  @Test
  void modelCodeThatReplacesTheStopIsRefused() {
    String message =
        breach(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread(
                      "VMM",
                      t -> {
                        try {
                          g.word.readOnce();
                        } catch (Throwable replaced) {
                          throw new IllegalStateException("wrapped", replaced);
                        }
                      });
            });
    says("replaced the explorer's stop by IllegalStateException: wrapped", message);
  }

  @Test
  void valuesThatChangeBetweenRunsAreRefused() {
    String message =
        breach(
            () -> {
              Thing g = new Thing("g");
              int[] runs = {0};
              return new Small().thread("VMM", t -> g.word.writeOnce(runs[0]++));
            });
    says("thread VMM, program step 1 is not deterministic", message);
    says("operation 1 was WRITE_ONCE(g->word, 0x0) at [", message);
    says("and is now: WRITE_ONCE(g->word, 0x1) at [", message);
  }

  @Test
  void cellsThatChangeBetweenRunsAreRefused() {
    says(
        "and is now: READ_ONCE(g->other)",
        breach(
            () -> {
              Thing g = new Thing("g");
              Word other = g.also("other", 0);
              int[] runs = {0};
              return new Small()
                  .thread("VMM", t -> (runs[0]++ % 2 == 0 ? g.word : other).readOnce());
            }));
  }

  @Test
  void aStepThatEndsEarlyTheSecondTimeIsRefused() {
    says(
        "and is now: the step ends",
        breach(
            () -> {
              Thing g = new Thing("g");
              int[] runs = {0};
              return new Small()
                  .thread(
                      "VMM",
                      t -> {
                        if (runs[0]++ == 0) {
                          g.word.writeOnce(1);
                        }
                      });
            }));
  }

  @Test
  void ghostNotesThatChangeBetweenRunsAreRefused() {
    says(
        "after other ghost notes",
        breach(
            () -> {
              Thing g = new Thing("g");
              Ghost ghost = new Ghost(g, "ghost", 0);
              int[] runs = {0};
              return new Small()
                  .thread(
                      "VMM",
                      t -> {
                        ghost.note(runs[0]++);
                        g.word.writeOnce(1);
                      });
            }));
  }

  @Test
  void whatModelCodeThrowsNamesTheThread() {
    says(
        "thread VMM, program step 1 threw ArithmeticException",
        breach(
            () -> {
              Thing g = new Thing("g");
              return new Small().thread("VMM", t -> g.word.writeOnce(1 / g.word.readOnce()));
            }));
  }

  @Test
  void anObjectKeepsItsIdentityWhenItsThreadIsRunAgain() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Ref<Thing> pointer = new Ref<>(g, "pointer", null);
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        Thing mine = Memory.alloc(() -> new Thing("mine"));
                        pointer.rcuAssignPointer(mine);
                        g.word.readOnce();
                        Thing seen = pointer.rcuDereference();
                        if (seen != null && (seen != mine || !pointer.tryCmpxchg(mine, null))) {
                          throw Memory.violation(Violation.Kind.ASSERTION, "a twin");
                        }
                      })
                  .thread("B", t -> g.word.writeOnce(pointer.rcuDereference() == null ? 1 : 2));
            });
    assertInstanceOf(Exploration.Exhausted.class, found);
  }

  @Test
  void whatIsMadeOutsideAllocIsRefused() {
    says(
        "thread VMM, program step 1 makes twin outside alloc",
        breach(() -> new Small().thread("VMM", t -> new Thing("twin"))));
    says(
        "operates on memory inside the constructor given to alloc",
        breach(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread(
                      "VMM",
                      t ->
                          Memory.alloc(
                              () -> {
                                g.word.writeOnce(1);
                                return new Thing("made");
                              }));
            }));
  }

  @Test
  void theStopPassesThroughFinallyBlocks() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Thing lock = new Thing("lock");
              Small small = new Small();
              for (int i = 0; i < 3; i++) {
                small.thread(
                    "T" + i,
                    t -> {
                      lock.word.awaitCas(0, 1);
                      try {
                        g.word.writePlain(g.word.readPlain() + 1);
                      } finally {
                        lock.word.storeRelease(0);
                      }
                    });
              }
              return small.ending(() -> broken(g.word.readOnce() != 3));
            });
    assertEquals(6, assertInstanceOf(Exploration.Exhausted.class, found).counts().executions());
  }

  private static Small freeing(boolean locked) {
    Thing lock = new Thing("lock");
    Thing g = new Thing("g");
    Ref<Thing> pointer = new Ref<>(g, "pointer", new Thing("object"));
    Small.Body use =
        t -> {
          if (locked) {
            lock.word.awaitCas(0, 1);
          }
          Thing seen = pointer.readOnce();
          if (seen != null) {
            seen.word.readOnce();
          }
          if (locked) {
            lock.word.storeRelease(0);
          }
        };
    Small.Body free =
        t -> {
          if (locked) {
            lock.word.awaitCas(0, 1);
          }
          Memory.kfree(pointer.xchg(null));
          if (locked) {
            lock.word.storeRelease(0);
          }
        };
    return new Small().thread("READER", use).thread("OWNER", free);
  }

  @Test
  void useAfterFreeIsFoundExactlyWhereItIs() {
    assertFalse(finds(() -> freeing(true)));
    Exploration.Broken found =
        assertInstanceOf(Exploration.Broken.class, explore(() -> freeing(false)));
    assertEquals(Violation.Kind.USE_AFTER_FREE, found.counterexample().kind());
    assertEquals("@READER1.OWNER2.READER1", withoutDigest(found));
  }

  private static String withoutDigest(Exploration.Broken found) {
    String schedule = found.counterexample().schedule();
    return schedule.substring(0, schedule.indexOf('#'));
  }

  @Test
  void aGhostIsGluedToTheOperationBeforeIt() {
    Supplier<Small> glued =
        () -> {
          Thing g = new Thing("g");
          Ghost ghost = new Ghost(g, "ghost", 0);
          return new Small()
              .thread(
                  "A",
                  t -> {
                    g.word.writeOnce(1);
                    ghost.note(1);
                  })
              .thread("B", t -> Memory.observe(() -> broken(g.word.readOnce() != ghost.value())));
        };
    assertEquals(
        2, assertInstanceOf(Exploration.Exhausted.class, explore(glued)).counts().executions());
  }

  @Test
  void aGhostOnAPrivateOperationIsSeenInTime() {
    // The private store is no scheduling point by itself; the note that another one sees makes it
    // one.
    assertTrue(
        finds(
            () -> {
              Thing g = new Thing("g");
              Word own = g.also("own", 0);
              Ghost ghost = new Ghost(g, "ghost", 0);
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        own.writePlain(1);
                        ghost.note(1);
                        own.writePlain(2);
                        ghost.note(2);
                      })
                  .thread("B", t -> Memory.observe(() -> broken(ghost.value() == 1)));
            }));
  }

  @Test
  void ghostsAreKeptApartFromTheModel() {
    says(
        "VMM touches the ghost g->ghost",
        breach(
            () -> {
              Ghost ghost = new Ghost(new Thing("g"), "ghost", 0);
              return new Small()
                  .thread(
                      "VMM",
                      t -> {
                        ghost.note(1);
                        ghost.value();
                      });
            }));
    says(
        "which another thread writes too",
        breach(
            () -> {
              Ghost ghost = new Ghost(new Thing("g"), "ghost", 0);
              return new Small().thread("A", t -> ghost.note(1)).thread("B", t -> ghost.note(2));
            }));
  }

  @Test
  void anObservationSeesWhatOnlyOneThreadTouches() {
    assertTrue(
        finds(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        g.word.writePlain(1);
                        g.word.writePlain(0);
                      })
                  .thread("B", t -> Memory.observe(() -> broken(g.word.readOnce() == 1)));
            }));
  }

  @Test
  void aLookThatWritesIsRefused() {
    says(
        "an observation or a final check does WRITE on g->word; it may only read",
        breach(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread("A", t -> g.word.readOnce())
                  .outcome(
                      () -> {
                        g.word.writeOnce(1);
                        return "";
                      });
            }));
  }

  @Test
  void aThreadThatSpinsUnseenHidesNobody() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Thing own = new Thing("own");
              Step spin =
                  t -> {
                    own.word.readOnce();
                    own.word.writeOnce(0);
                    return Step.Progress.AGAIN;
                  };
              return new Small()
                  .steps("SPINNER", spin)
                  .thread("A", t -> g.word.writeOnce(1))
                  .thread("B", t -> Memory.observe(() -> broken(g.word.readOnce() == 1)));
            });
    assertInstanceOf(Exploration.Broken.class, found);
  }

  @Test
  void aLoopOverStepsIsACycle() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Word x = g.also("x", 0);
              Word seen = g.also("seen", 0);
              Step poll = t -> g.word.readOnce() == 0 ? Step.Progress.AGAIN : Step.Progress.NEXT;
              return new Small()
                  .steps("POLLER", poll, Small.once(t -> seen.writeOnce(x.readOnce() + 1)))
                  .thread(
                      "SETTER",
                      t -> {
                        g.word.writeOnce(1);
                        x.writeOnce(1);
                      })
                  .outcome(() -> "x was " + (seen.readOnce() - 1));
            });
    Exploration.Exhausted all = assertInstanceOf(Exploration.Exhausted.class, found);
    assertEquals(Set.of("x was 0", "x was 1"), all.ends().outcomes().keySet());
    assertFalse(all.counts().exact(), "an interleaving that comes back to a state is not counted");
  }

  @Test
  void interestsAreCountedInBrokenExecutionsToo() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread(
                      "A",
                      t -> {
                        g.word.writeOnce(1);
                        throw Memory.violation(Violation.Kind.ASSERTION, "always");
                      })
                  .reaches("the store", () -> g.word.readOnce() == 1)
                  .reaches("cannot be asked halfway", () -> 1 / (g.word.readOnce() - 1) > 0);
            });
    assertEquals(
        List.of(1L, 0L), found.ends().reached().stream().map(Verdict.Reached::count).toList());
  }

  @Test
  void whatAThreadHoldsBetweenStepsIsRemembered() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              Word[] out = {g.also("out0", 0), g.also("out1", 0)};
              Small small = new Small();
              for (int i = 0; i < 2; i++) {
                Word mine = out[i];
                small.steps(
                    "T" + i,
                    Small.once(
                        t -> {
                          if (g.word.tryCmpxchg(0, 1)) {
                            t.acquired("lock", g.word, true);
                          }
                        }),
                    Small.once(
                        t -> {
                          if (t.context().held() != null) {
                            t.released("lock", g.word);
                            g.word.storeRelease(0);
                            mine.writeOnce(1);
                          } else {
                            mine.writeOnce(2);
                          }
                        }));
              }
              return small
                  .ending(() -> broken(g.word.readOnce() != 0))
                  .outcome(() -> out[0].readOnce() + " " + out[1].readOnce());
            });
    assertEquals(
        Set.of("1 1", "1 2", "2 1"),
        assertInstanceOf(Exploration.Exhausted.class, found).ends().outcomes().keySet());
  }

  @Test
  void aStepThatDoesNothingForEverIsRefused() {
    says(
        "answers AGAIN without any operation",
        breach(() -> new Small().steps("VMM", t -> Step.Progress.AGAIN)));
  }

  @Test
  void whatNeverEndsIsUnfinished() {
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread(
                      "VMM",
                      t -> {
                        while (true) {
                          g.word.writeOnce(1);
                        }
                      });
            });
    Exploration.CutShort cut = assertInstanceOf(Exploration.CutShort.class, found);
    assertEquals("VMM does more than 20000 operations in one step", cut.why());
    assertTrue(cut.counts().unexplored() > 0);
  }

  @Test
  void aSpentBudgetIsUnfinished() {
    Exploration found =
        Explorer.explore(
            () -> {
              Thing g = new Thing("g");
              Small small = new Small();
              for (int i = 0; i < 3; i++) {
                small.thread(
                    "T" + i,
                    t -> {
                      g.word.fetchAdd(1);
                      g.word.fetchAdd(1);
                    });
              }
              return small.run();
            },
            Budget.standard().within(5, 1_000));
    assertEquals(
        "the budget of 5 states is spent",
        assertInstanceOf(Exploration.CutShort.class, found).why());
  }

  @Test
  void whoWaitsTouchesTheCell() {
    // A's store is taken to be private until B, which waits for the cell, counts as one who reads
    // it.
    Exploration found =
        explore(
            () -> {
              Thing g = new Thing("g");
              return new Small()
                  .thread("A", t -> g.word.writeOnce(1))
                  .thread("B", t -> g.word.await(Until.EQUAL, 0));
            });
    Exploration.Broken broken = assertInstanceOf(Exploration.Broken.class, found);
    assertEquals(1, broken.ends().states(), "B may also go first");
    assertTrue(broken.counts().restarts() > 0);
    assertEquals(
        "B waits in await(g->word == 0x0), which is 0x1", broken.counterexample().message());
  }

  @Test
  void theSetUpMayRunModelCodeButNotWaitForNobody() {
    assertFalse(
        finds(
            () -> {
              Thing g = new Thing("g");
              g.word.awaitCas(0, 1);
              g.word.setBit(4);
              return new Small()
                  .thread("A", t -> g.word.readOnce())
                  .ending(() -> broken(g.word.readOnce() != 17));
            }));
    says(
        "the set-up waits for g->word",
        breach(
            () -> {
              Thing g = new Thing("g");
              g.word.await(Until.EQUAL, 1);
              return new Small();
            }));
  }

  @Test
  void explorationsSideBySideShareNothing() throws InterruptedException {
    Exploration alone = explore(() -> freeing(false));
    Exploration[] found = new Exploration[4];
    Thread[] threads = new Thread[found.length];
    for (int i = 0; i < found.length; i++) {
      int self = i;
      threads[i] = new Thread(() -> found[self] = explore(() -> freeing(false)));
      threads[i].start();
    }
    for (int i = 0; i < found.length; i++) {
      threads[i].join();
      assertEquals(alone, found[i]);
    }
  }
}
