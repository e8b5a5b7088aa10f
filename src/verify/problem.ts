/** What is wrong with a finished file, in words, and where. */
import type {Place} from './reading.ts';

/** `place` is null where it is about the file as a whole. */
export type Problem = {readonly place: Place | null; readonly problem: string};

export const wholly = (problem: string): Problem => ({place: null, problem});
