package org.lostbit.claims;

import java.util.List;
import java.util.function.Supplier;
import org.lostbit.model.memory.Violation;

/**
 * A question about a primitive of Linux by itself.
 *
 * @param id its number in the catalogue
 * @param scenario its name, as in schedule strings
 * @param question what is asked
 * @param bound its size in words
 * @param breaks what a violation is of
 * @param threads the names of the threads
 * @param run builds the closed system
 */
record Primitive(
    String id,
    String scenario,
    String question,
    String bound,
    Violation.Kind breaks,
    List<String> threads,
    Supplier<Run> run) {}
