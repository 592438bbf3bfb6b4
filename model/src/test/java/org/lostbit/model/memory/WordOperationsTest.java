package org.lostbit.model.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Run by one thread, every operation on cells does to a number what C says. */
final class WordOperationsTest {
  private static final int HISTORY = 5_000;
  private static final List<Order> RMW_ORDERS =
      List.of(Order.RELAXED, Order.ACQUIRE, Order.RELEASE, Order.FULL);

  /** The object that the cells belong to. */
  private static final class Owner extends Shared {
    Owner() {
      super("owner");
    }
  }

  /** A number beside the word: what the word must hold. */
  private static final class Oracle {
    private long value;

    Oracle(long value) {
      this.value = value;
    }

    long replace(long to) {
      long old = value;
      value = to;
      return old;
    }
  }

  /**
   * Every operation of {@link Word}: applied to the word and to the oracle, the answers compared.
   */
  private enum Operation {
    READ_PLAIN((w, o, a, b, r) -> assertEquals(o.value, w.readPlain()), "readPlain"),
    READ_ONCE((w, o, a, b, r) -> assertEquals(o.value, w.readOnce()), "readOnce"),
    LOAD_ACQUIRE((w, o, a, b, r) -> assertEquals(o.value, w.loadAcquire()), "loadAcquire"),
    WRITE_PLAIN(
        (w, o, a, b, r) -> {
          o.replace(a);
          w.writePlain(a);
        },
        "writePlain"),
    WRITE_ONCE(
        (w, o, a, b, r) -> {
          o.replace(a);
          w.writeOnce(a);
        },
        "writeOnce"),
    STORE_RELEASE(
        (w, o, a, b, r) -> {
          o.replace(a);
          w.storeRelease(a);
        },
        "storeRelease"),
    XCHG((w, o, a, b, r) -> assertEquals(o.replace(a), w.xchg(a)), "xchg"),
    XCHG_ORDER((w, o, a, b, r) -> assertEquals(o.replace(a), w.xchg(a, r)), "xchg Order"),
    FETCH_OR((w, o, a, b, r) -> assertEquals(o.replace(o.value | a), w.fetchOr(a)), "fetchOr"),
    FETCH_OR_ORDER(
        (w, o, a, b, r) -> assertEquals(o.replace(o.value | a), w.fetchOr(a, r)), "fetchOr Order"),
    FETCH_ANDNOT(
        (w, o, a, b, r) -> assertEquals(o.replace(o.value & ~a), w.fetchAndnot(a)), "fetchAndnot"),
    FETCH_ANDNOT_ORDER(
        (w, o, a, b, r) -> assertEquals(o.replace(o.value & ~a), w.fetchAndnot(a, r)),
        "fetchAndnot Order"),
    FETCH_ADD((w, o, a, b, r) -> assertEquals(o.replace(o.value + a), w.fetchAdd(a)), "fetchAdd"),
    FETCH_ADD_ORDER(
        (w, o, a, b, r) -> assertEquals(o.replace(o.value + a), w.fetchAdd(a, r)),
        "fetchAdd Order"),
    CMPXCHG(
        (w, o, a, b, r) -> {
          long expected = expected(o, a, b);
          assertEquals(o.replace(o.value == expected ? a : o.value), w.cmpxchg(expected, a));
        },
        "cmpxchg"),
    CMPXCHG_ORDER(
        (w, o, a, b, r) -> {
          long expected = expected(o, a, b);
          assertEquals(o.replace(o.value == expected ? a : o.value), w.cmpxchg(expected, a, r));
        },
        "cmpxchg Order"),
    TRY_CMPXCHG(
        (w, o, a, b, r) -> {
          long expected = expected(o, a, b);
          boolean stores = o.value == expected;
          o.replace(stores ? a : o.value);
          assertEquals(stores, w.tryCmpxchg(expected, a));
        },
        "tryCmpxchg"),
    TRY_CMPXCHG_ORDER(
        (w, o, a, b, r) -> {
          long expected = expected(o, a, b);
          boolean stores = o.value == expected;
          o.replace(stores ? a : o.value);
          assertEquals(stores, w.tryCmpxchg(expected, a, r));
        },
        "tryCmpxchg Order"),
    TEST_BIT((w, o, a, b, r) -> assertEquals((o.value >>> b & 1) == 1, w.testBit(b)), "testBit"),
    SET_BIT(
        (w, o, a, b, r) -> {
          o.replace(o.value | 1L << b);
          w.setBit(b);
        },
        "setBit"),
    CLEAR_BIT(
        (w, o, a, b, r) -> {
          o.replace(o.value & ~(1L << b));
          w.clearBit(b);
        },
        "clearBit"),
    CLEAR_BIT_UNLOCK(
        (w, o, a, b, r) -> {
          o.replace(o.value & ~(1L << b));
          w.clearBitUnlock(b);
        },
        "clearBitUnlock"),
    TEST_AND_SET_BIT(
        (w, o, a, b, r) ->
            assertEquals((o.replace(o.value | 1L << b) >>> b & 1) == 1, w.testAndSetBit(b)),
        "testAndSetBit"),
    TEST_AND_SET_BIT_IGNORED(
        (w, o, a, b, r) -> {
          o.replace(o.value | 1L << b);
          w.testAndSetBitIgnored(b);
        },
        "testAndSetBitIgnored"),
    TEST_AND_SET_BIT_LOCK(
        (w, o, a, b, r) ->
            assertEquals((o.replace(o.value | 1L << b) >>> b & 1) == 1, w.testAndSetBitLock(b)),
        "testAndSetBitLock"),
    TEST_AND_CLEAR_BIT(
        (w, o, a, b, r) ->
            assertEquals((o.replace(o.value & ~(1L << b)) >>> b & 1) == 1, w.testAndClearBit(b)),
        "testAndClearBit"),
    NON_ATOMIC_SET_BIT(
        (w, o, a, b, r) -> {
          o.replace(o.value | 1L << b);
          w.nonAtomicSetBit(b);
        },
        "nonAtomicSetBit"),
    NON_ATOMIC_CLEAR_BIT(
        (w, o, a, b, r) -> {
          o.replace(o.value & ~(1L << b));
          w.nonAtomicClearBit(b);
        },
        "nonAtomicClearBit"),
    ATOMIC_OR(
        (w, o, a, b, r) -> {
          o.replace(o.value | a);
          w.atomicOr(a);
        },
        "atomicOr"),
    ATOMIC_ANDNOT(
        (w, o, a, b, r) -> {
          o.replace(o.value & ~a);
          w.atomicAndnot(a);
        },
        "atomicAndnot"),
    ATOMIC_ADD(
        (w, o, a, b, r) -> {
          o.replace(o.value + a);
          w.atomicAdd(a);
        },
        "atomicAdd"),
    AWAIT(
        (w, o, a, b, r) -> {
          w.await(Until.EQUAL, o.value);
          w.await(Until.NOT_EQUAL, o.value + 1);
          w.await(Until.BITS_SET, o.value & a);
          w.await(Until.BITS_CLEAR, ~o.value & a);
        },
        "await"),
    AWAIT_CAS((w, o, a, b, r) -> w.awaitCas(o.replace(a), a), "awaitCas");

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
    private final Check check;

    private final String method;

    Operation(Check check, String method) {
      this.check = check;
      this.method = method;
    }

    /** Expected values that match about as often as not. */
    private static long expected(Oracle oracle, long a, int bit) {
      return bit % 2 == 0 ? oracle.value : oracle.value ^ a ^ 1L << bit;
    }
  }

  /** One operation: word, oracle, operand, bit number, order. */
  @FunctionalInterface
  private interface Check {
    void on(Word word, Oracle oracle, long operand, int bit, Order order);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void anOperationDoesWhatItsNameSays(Operation operation) {
    Random random = new Random(operation.method.hashCode());
    for (int i = 0; i < 200; i++) {
      long initial = i % 3 == 0 ? random.nextLong() : 1L << random.nextInt(64);
      Word word = new Word(new Owner(), "word", initial);
      Oracle oracle = new Oracle(initial);
      for (Order order : RMW_ORDERS) {
        operation.check.on(word, oracle, random.nextLong(), random.nextInt(64), order);
        assertEquals(oracle.value, word.readPlain());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aHistoryOfOperationsLeavesWhatTheOracleHas(long seed) {
    Random random = new Random(seed);
    Word word = new Word(new Owner(), "word", 0);
    Oracle oracle = new Oracle(0);
    Operation[] operations = Operation.values();
    for (int i = 0; i < HISTORY; i++) {
      Operation operation = operations[random.nextInt(operations.length)];
      Order order = RMW_ORDERS.get(random.nextInt(RMW_ORDERS.size()));
      operation.check.on(word, oracle, random.nextLong(), random.nextInt(64), order);
      assertEquals(oracle.value, word.readPlain(), "after " + operation);
    }
  }

  @Test
  void noOperationOfAWordIsLeftOut() {
    Set<String> tested =
        Stream.of(Operation.values())
            .map(operation -> operation.method)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> declared =
        Stream.of(Word.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(WordOperationsTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(declared, tested);
  }

  private static String name(Method method) {
    boolean ordered = List.of(method.getParameterTypes()).contains(Order.class);
    return method.getName() + (ordered ? " Order" : "");
  }

  @Test
  void everyOperationOfAPointer() {
    Owner first = new Owner();
    Owner second = new Owner();
    Ref<Owner> ref = new Ref<>(new Owner(), "ref", null);
    assertNull(ref.readPlain());
    ref.writePlain(first);
    assertSame(first, ref.readPlain());
    ref.writeOnce(second);
    assertSame(second, ref.readOnce());
    ref.rcuAssignPointer(first);
    assertSame(first, ref.rcuDereference());
    assertSame(first, ref.xchg(second));
    assertSame(second, ref.readPlain());
    assertEquals(false, ref.tryCmpxchg(first, null));
    assertSame(second, ref.readPlain());
    assertTrue(ref.tryCmpxchg(second, null));
    assertNull(ref.rcuDereference());
    assertTrue(ref.tryCmpxchg(null, first));
    assertSame(first, ref.xchg(null));
  }

  @Test
  void theWordsOfAnArrayAreApart() {
    WordArray array = new WordArray(new Owner(), "bitmap", 3, 7);
    assertEquals(3, array.length());
    array.word(1).writePlain(9);
    assertEquals(List.of(7L, 9L, 7L), List.of(at(array, 0), at(array, 1), at(array, 2)));
    assertEquals("owner->bitmap[1]", array.word(1).label());
    assertSame(array.word(1), array.word(1));
    array.poison();
    assertEquals(
        List.of(Word.POISON, Word.POISON, Word.POISON),
        List.of(at(array, 0), at(array, 1), at(array, 2)));
  }

  private static long at(WordArray array, int index) {
    return array.word(index).readPlain();
  }

  @Test
  void aGhostKeepsItsNote() {
    Ghost ghost = new Ghost(new Owner(), "ghost", 3);
    assertEquals(3, ghost.value());
    ghost.note(5);
    assertEquals(5, ghost.value());
    assertEquals("owner->ghost", ghost.word().label());
  }

  @ParameterizedTest
  @EnumSource(Until.class)
  void aPredicateIsPlainData(Until until) {
    for (long value : new long[] {0, 1, 2, 3, -1}) {
      for (long operand : new long[] {0, 1, 2, 3, -1}) {
        boolean expected =
            switch (until) {
              case EQUAL -> value == operand;
              case NOT_EQUAL -> value != operand;
              case BITS_CLEAR -> Long.bitCount(value & operand) == 0;
              case BITS_SET -> Long.bitCount(~value & operand) == 0;
            };
        assertEquals(expected, until.holds(value, operand));
      }
    }
  }
}
