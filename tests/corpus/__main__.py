"""`python -m corpus`: the texts, a line each; names every text that cannot be read."""

from corpus.submissions import HALVES, HERE, read

for path in [path for half in HALVES for path in sorted((HERE / half).glob("*.txt"))]:
    try:
        one = read(path)
    except ValueError as error:
        print(error)
    else:
        print(f"{one.half}/{one.name}: {len(one.headings)} headings, {len(one.months)} months, "
              f"{sum(state == 'has' for state in one.topics.values())} topics; "
              + ", ".join(one.mess))
