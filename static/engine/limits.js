/** How long frame and worker wait for each other, and how often they try again. Times are milliseconds. */

/** Time the worker computes before it looks for messages. Short enough for a stop to feel immediate. */
export const BUDGET_MS = 40;

/** Time without progress after which a download counts as standing still. A slow network brings some bytes in it. */
export const STALL_MS = 10_000;

/**
 * Time a worker has to obey a stop before it is ended. The budget of 40 ms leaves room for a slow step; the longest
 * steps of a very long text (reading, ranking) take more, and a stop must be over within 200 ms.
 */
export const OBEY_MS = 120;

/** Time a change of options has to obey a stop: it is short, and ending the worker costs more. */
export const COMPOSE_MS = 5000;

/**
 * Time after which a silent worker with work to do counts as hung or gone. It reports between steps, and the longest
 * step is one sentence, which may be the whole text.
 */
export const SILENCE_MS = 10_000;

/** Added to that for each UTF-16 code unit of the text; ten times what a slow phone takes. */
export const SILENCE_PER_UNIT_MS = 0.1;

/** The same for a start from a snapshot, counted from when all its parts are here. */
export const RESTORE_MS = 10_000;

/** The same for a start from files, which reports at each phase. */
export const START_MS = 60_000;

/** Faults in a row, without a summary in between, after which the engine gives up. */
export const MAX_FAULTS = 3;

/** Times one text may bring the worker down before it gets an error in place of a summary. */
export const MAX_ATTEMPTS = 2;
