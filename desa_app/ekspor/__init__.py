"""Writers of files that leave the program: workbook, document, plain text."""
