package org.lostbit.reports.engines;

import org.lostbit.claims.EngineName;

/**
 * Where an engine lives.
 *
 * @param name the engine
 * @param mainClass its process: the class {@code Main} beside the engine's own class
 */
public record EngineHome(EngineName name, String mainClass) {}
