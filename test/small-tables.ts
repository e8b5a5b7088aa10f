/** Small tables of three units without numbers, one for each way in which figures are come by. */

/** Both halves, with totals. */
export const BOTH = `Net migration between regions. 2010

Alta 5 - -2 7
Bø 3 2 - 1
Lom -8 -7 -1 -

Total Alta Bø Lom
`;

/** The lower half, without totals: nothing can be proved. */
export const LOWER = `Net migration between municipalities. 2010

Alta -
Bø 2 -
Lom -7 -1 -

Alta Bø Lom
`;

/** Moves each way. */
export const MOVES = `Moves between counties. 2003
To county Total From county
Alta Bø Lom
Alta 500 300 150 50
Bø 512 262 200 50
Lom 200 50 50 100
`;
