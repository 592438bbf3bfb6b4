package org.lostbit.claims.bugs;

import org.lostbit.model.kvm.SrculessGetDirtyLog;
import org.lostbit.model.memory.Word;

/**
 * K08: reads a word of the log and stores zero later, as a copy followed by a memset does. A bit
 * set in between is in neither.
 */
public final class ReadThenZero extends SrculessGetDirtyLog {
  @Override
  protected long take(Word word) {
    long mask = word.readPlain();
    word.writePlain(0);
    return mask;
  }
}
