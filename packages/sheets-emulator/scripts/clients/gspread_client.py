"""What people do with gspread, step by step, against the emulator whose address is given."""

import sys

import gspread
from google.oauth2.credentials import Credentials

ROOT = sys.argv[1].rstrip("/")


class LocalClient(gspread.HTTPClient):
    def request(self, method, endpoint, *args, **kwargs):
        for host in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
            endpoint = endpoint.replace(host, ROOT)
        return super().request(method, endpoint, *args, **kwargs)


def client(token="local"):
    return gspread.Client(auth=Credentials(token=token), http_client=LocalClient)


def expect(found, wanted):
    if found != wanted:
        raise AssertionError(f"{found!r} is not {wanted!r}")


def refused(status, call, *args):
    try:
        call(*args)
    except (gspread.exceptions.APIError, PermissionError) as error:
        cause = error if isinstance(error, gspread.exceptions.APIError) else error.__cause__
        expect(cause.response.status_code, status)
        return
    raise AssertionError(f"not refused with {status}")


def rows(book, sheet):
    sheet.update([["Name", "Hours"], ["Zhao", 2]], "A1")
    sheet.append_row(["Qian", 3])
    sheet.append_rows([["Sun", 4], ["Li", 5]])
    expect(sheet.get_all_records()[1], {"Name": "Qian", "Hours": 3})
    expect(sheet.find("Sun").row, 4)
    sheet.delete_rows(2)
    sheet.insert_row(["Zhou", 6], 2)
    sheet.sort((2, "des"), range="A2:B5")
    expect(sheet.col_values(1), ["Name", "Zhou", "Li", "Sun", "Qian"])
    sheet.batch_clear(["A2:B5"])
    expect(sheet.get_all_values(), [["Name", "Hours"]])


def cells(book, sheet):
    sheet.update_acell("A1", "=5.5551+6.667")
    expect(sheet.acell("A1", value_render_option="UNFORMATTED_VALUE").value, 12.222100000000001)
    expect(sheet.acell("A1").value, "12.2221")
    sheet.format("A1", {"textFormat": {"bold": True}, "numberFormat": {"type": "NUMBER", "pattern": "0.0"}})
    expect(sheet.acell("A1").value, "12.2")
    sheet.insert_note("A1", "a note")
    expect(sheet.get_note("A1"), "a note")
    sheet.batch_update([{"range": "B1", "values": [["x"]]}, {"range": "C1", "values": [["y"]]}])
    expect(sheet.batch_get(["B1:C1"])[0], [["x", "y"]])
    sheet.copy_range("B1:C1", "B5")
    sheet.cut_range("B1:C1", "B7")
    expect(sheet.get("B5:C7"), [["x", "y"], [], ["x", "y"]])


def structure(book, sheet):
    sheet.resize(30, 8)
    sheet.add_rows(5)
    sheet.add_cols(2)
    sheet.merge_cells("A1:B1")
    sheet.unmerge_cells("A1:B1")
    sheet.freeze(rows=1)
    sheet.hide_columns(1, 2)
    sheet.unhide_columns(1, 2)
    sheet.add_dimension_group_rows(2, 4)
    sheet.delete_dimension_group_rows(2, 4)
    sheet.define_named_range("A1:B2", "here")
    sheet.add_protected_range("A1:A2", warning_only=True)
    sheet.set_basic_filter("A1:B5")
    sheet.clear_basic_filter()
    sheet.columns_auto_resize(0, 2)
    sheet.update_tab_color("#ff0000")
    expect((book.worksheet("Work").row_count, book.worksheet("Work").col_count), (35, 10))


def tabs(book, sheet):
    other = book.add_worksheet("Other", 10, 5)
    copy = other.duplicate(new_sheet_name="Copy")
    book.reorder_worksheets([copy, sheet])
    other.update_title("Renamed")
    expect(sorted(tab.title for tab in book.worksheets()), ["Copy", "Renamed", "Sheet1", "Work"])
    book.del_worksheet(copy)
    expect(len(book.worksheets()), 3)


def files(book, sheet):
    owner = client()
    owner.open_by_key(book.id)
    sheet.update([["a", "b"]], "A1")
    copy = owner.copy(book.id, title="Copied")
    expect(copy.worksheet("Work").get("A1:B1"), [["a", "b"]])
    book.del_worksheet(book.worksheet("Sheet1"))
    expect(book.export(gspread.utils.ExportFormat.CSV), b"a,b")
    owner.del_spreadsheet(copy.id)


def sharing(book, sheet):
    clerk = client("clerk@example.org")
    refused(403, clerk.open_by_key, book.id)
    book.share("clerk@example.org", perm_type="user", role="reader", notify=False)
    shared = clerk.open_by_key(book.id).worksheet("Work")
    refused(403, shared.update_acell, "A1", "x")
    expect(sorted(one["role"] for one in book.list_permissions()), ["owner", "reader"])
    book.remove_permissions("clerk@example.org")
    refused(403, clerk.open_by_key, book.id)


failed = 0
scenarios = (rows, cells, structure, tabs, files, sharing)
for scenario in scenarios:
    try:
        made = client().create(scenario.__name__)
        scenario(made, made.add_worksheet("Work", 100, 20))
        print(f"  ok      {scenario.__name__}")
    except Exception as error:
        failed += 1
        print(f"  FAILED  {scenario.__name__}: {type(error).__name__} {error}")
print(f"  {len(scenarios) - failed} passed, {failed} failed (gspread {gspread.__version__})")
sys.exit(1 if failed else 0)
