"""Figures of a report: what a kind.yaml asks to be counted, and the counting of it.

    vocabulary   what a kind may ask: each, count, sum, mean, rank, judge … (frozen, no logic)
    reading      kind.yaml → vocabulary, every fault with its line
    tables       a table of rows, whatever is counted
    ground       a plan and its records → the tables that are counted: members, months, tasks,
                 targets, duties, and a table for each list of records
    duties       a target, and everybody who has to reach it in each stretch of time
    criteria     whether a value is as a kind asks
    computing    vocabulary × ground → the rows of a report's tables, and its single figures
"""
