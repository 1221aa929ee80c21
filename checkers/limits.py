"""Bounds that are looked at before anything is unpacked, each with the reason for its number.

A file beyond one of them is F005. They are chosen far above what a school document needs, and low
enough that a file made to exhaust the machine is refused before it does.
"""

FILE_BYTES = 200 * 2**20        # a submission with photos stays under 50 MB
ZIP_MEMBERS = 10_000            # a long document with a picture a paragraph has some hundreds
ARCHIVE_MEMBERS = 20_000        # files in a .zip; a district's share of a year is some 10,000
ARCHIVE_BYTES = 2 * 2**30       # all files of a .zip unpacked; 60 papers with photos are 1 GB
XML_BYTES = 64 * 2**20          # one XML part unpacked; 1 MB of document.xml is about 60 pages
ALL_XML_BYTES = 192 * 2**20     # all the XML parts that we unpack, together
XML_DEPTH = 256                 # real documents nest some 40 deep, text boxes in tables included
GRID_COLUMNS = 1_000            # a table's columns; Word itself stops at 63
CELLS = 500_000                 # cells of all tables together
PARAGRAPH_CHARS = 1_000_000     # the characters of one paragraph
BLOCKS = 500_000                # paragraphs of the file
PDF_PAGES = 2_000
PDF_CHARS = 5_000_000
SECONDS = 60.0                  # for one file, from opening to verdict
MEMORY = 4 * 2**30              # bytes of one process that reads files; bombs take all there is
OCR_SECONDS = 900.0             # for the pictures of one file; a school's computer reads 100 pages
OCR_PAGE_SECONDS = 120.0        # for the picture that is being read when that time is over
