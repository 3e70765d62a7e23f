"""The sentence for each code of a problem: English patterns, translated where they are shown.

A pattern says what is wrong and what to do; `%(value)s` is what stood in the cell.
"""

from proxeny.core.sentences import N_

_FILE = {
    "not_readable": N_("The file cannot be read: %(detail)s."),
    "empty_file": N_("The file is empty."),
    "header_only": N_("The file has a header but no row below it."),
    "changed_while_reading": N_(
        "The file changed while it was being read. Start again with the file as it is now."
    ),
    "is_document": N_("This is a document, not a table. Save the table in it as CSV or XLSX."),
    "is_picture": N_("This is a picture, not a table."),
    "is_archive": N_("This is an archive. Unpack it and give the table that is inside."),
    "is_parquet": N_("This is a Parquet file, which only consumption may come in. Save it as CSV."),
    "is_database": N_("This is a database. Export the table from it as CSV."),
    "is_markup": N_(
        "This is a web page or markup, whatever its name says. Open it in a spreadsheet and save it as XLSX."
    ),
    "binary": N_("The file is neither text nor a known kind of table. Save it as CSV, XLSX or JSON lines."),
    "old_spreadsheet": N_(
        "This is an old or password-protected Excel file. Save it as XLSX without a password."
    ),
    "encrypted": N_("The file is protected by a password. Save it without one."),
    "json_document": N_("This is one JSON document. Write one JSON object per line instead."),
    "encoding_unknown": N_(
        "The text is neither UTF-8, UTF-16 nor GB18030 (first seen near line %(line)s). "
        "Save it as UTF-8, or name its encoding."
    ),
    "encoding_wrong": N_("The text is not %(encoding)s (first seen near line %(line)s)."),
    "encoding_unsupported": N_("The encoding “%(encoding)s” is not known."),
    "too_much_text": N_("The file unpacks to more than %(limit)s bytes. Split it."),
    "damaged_archive": N_("The compressed file is damaged or cut off: %(detail)s."),
    "compressed_twice": N_("The compressed file does not hold text. Unpack it and give what is inside."),
    "too_many_entries": N_("The spreadsheet's archive holds more than %(limit)s files."),
    "package_too_big": N_(
        "The spreadsheet unpacks to more than %(limit)s bytes. Save it as CSV, or split it."
    ),
    "forbidden_markup": N_(
        "The spreadsheet holds a document type declaration (%(entry)s), which is never needed."
    ),
    "damaged_spreadsheet": N_("The spreadsheet is damaged: %(detail)s. Open it and save it again."),
    "sheet_unknown": N_("There is no sheet “%(sheet)s”. The file has: %(sheets)s."),
    "no_sheet": N_("The spreadsheet has no sheet with cells."),
    "too_many_columns": N_("The row has more than %(limit)s columns."),
    "duplicate_header": N_("Two columns have the name “%(name)s”. Rename one."),
    "unnamed_header": N_("No column has a name. Give the row that holds the names."),
    "title_above_header": N_(
        "Row %(header_row)s holds one cell, the next row %(cells)s: it looks like a title. "
        "Give the header's row."
    ),
    "wrong_delimiter": N_(
        "The file reads as one column, but its rows are full of “%(mark)s”. Give the delimiter."
    ),
    "unclosed_quote": N_("A quotation mark opened in this row is never closed."),
    "row_too_long": N_("The row is longer than %(limit)s characters."),
    "missing_columns": N_("No column was found for: %(names)s. Name them with ours=theirs."),
    "unknown_field": N_("There is no field “%(name)s”. Known are: %(names)s."),
    "unknown_column": N_("The file has no column “%(name)s”. It has: %(names)s."),
    "column_taken": N_("The column “%(name)s” is given to two fields: %(fields)s."),
    "unknown_preset": N_("There is no preset “%(name)s”. Known are: %(names)s."),
    "unknown_option": N_("“%(option)s” is not ours=theirs."),
    "cell_too_long_for_sheet": N_(
        "A spreadsheet's cell holds at most %(limit)s characters. Take the rows back as CSV."
    ),
}

_ROW = {
    "ragged": N_("The row has %(cells)s cells, the header %(columns)s."),
    "nul": N_("The cell holds a NUL character."),
    "cell_too_long": N_("The cell is longer than %(limit)s characters."),
    "text_after_quote": N_("Text follows a closing quotation mark."),
    "not_json": N_("The line is not valid JSON: %(detail)s."),
    "not_an_object": N_("The line is not a JSON object."),
    "duplicate_key": N_("The line holds “%(name)s” twice."),
    "not_computed": N_("The formula here was never computed. Open the file in a spreadsheet and save it."),
    "broken_characters": N_("The cell holds half a character."),
}

_CELL = {
    "required": N_("A value is needed here."),
    "excel_error": N_("The cell holds the error %(value)s. Correct the formula, or give the value."),
    "too_long": N_("“%(value)s” is longer than %(limit)s characters."),
    "shortened_number": N_(
        "A spreadsheet has shortened this number (%(value)s). Format the column as text and give it whole."
    ),
    "not_a_number": N_("“%(value)s” is not a number."),
    "not_finite": N_("“%(value)s” is no finite number."),
    "not_whole": N_("“%(value)s” is not a whole number."),
    "number_too_long": N_("“%(value)s” has more digits than can be kept exactly."),
    "number_ambiguous": N_(
        "“%(value)s” can be read in two ways, and the column does not settle it. Give the decimal mark."
    ),
    "number_grouping": N_("In “%(value)s” the separators do not stand at every third digit."),
    "number_mark": N_("“%(value)s” does not have “%(mark)s” as its decimal mark."),
    "currency_unknown": N_("“%(value)s” is no currency."),
    "currency_missing": N_("The currency of “%(value)s” is not known."),
    "currency_ambiguous": N_("“%(value)s” may be %(currencies)s. Give the currency."),
    "currency_mismatch": N_("“%(value)s” is not in %(currency)s, which the row gives as its currency."),
    "too_fine": N_(
        "“%(value)s” is finer than the smallest unit of %(currency)s, which has %(digits)s decimals."
    ),
    "not_a_date": N_("“%(value)s” is not a date."),
    "no_such_day": N_("“%(value)s” is no day of the calendar."),
    "date_ambiguous": N_(
        "“%(value)s” may be day first or month first, and the column does not settle it. Give the order."
    ),
    "date_order": N_("“%(value)s” does not fit the order that was given."),
    "two_digit_year": N_("The year of “%(value)s” has two digits. Give four."),
    "date_out_of_range": N_("“%(value)s” lies outside the years %(first)s to %(last)s."),
    "zone_missing": N_("“%(value)s” has a time but no time zone is known."),
    "not_yes_or_no": N_("“%(value)s” is neither yes nor no."),
    "not_a_choice": N_("“%(value)s” is none of: %(allowed)s."),
    "not_an_email": N_("“%(value)s” is not a mail address."),
    "not_a_phone": N_("“%(value)s” is not a phone number."),
}

SAYINGS: dict[str, str] = {**_FILE, **_ROW, **_CELL}
