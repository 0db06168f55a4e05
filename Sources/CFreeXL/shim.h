#include <freexl.h>
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// Does with a workbook all that its reader will do: opens it and asks for every cell.
static inline void freexl_read_whole(const char *path, uint64_t most_cells) {
  for (int is_whole = 0; is_whole <= 1; is_whole++) {
    const void *book = NULL;
    unsigned int sheets = 0, fact = 0;
    uint64_t cells = 0;
    int status = is_whole ? freexl_open(path, &book) : freexl_open_info(path, &book);
    if (status != FREEXL_OK || book == NULL) {
      if (book != NULL) freexl_close(book);
      if (is_whole) return;
      continue;
    }
    freexl_get_info(book, FREEXL_BIFF_PASSWORD, &fact);
    freexl_get_info(book, FREEXL_BIFF_SHEET_COUNT, &sheets);
    for (unsigned int sheet = 0; sheet < sheets && sheet < 1u << 14; sheet++) {
      const char *name = NULL;
      unsigned int rows = 0;
      unsigned short columns = 0;
      if (freexl_get_worksheet_name(book, (unsigned short)sheet, &name) == FREEXL_OK && name != NULL) (void)strlen(name);
      if (freexl_select_active_worksheet(book, (unsigned short)sheet) != FREEXL_OK) continue;
      if (freexl_worksheet_dimensions(book, &rows, &columns) != FREEXL_OK) continue;
      cells += (uint64_t)rows * columns;
      if (!is_whole) continue;
      for (unsigned int row = 0; row < rows; row++)
        for (unsigned int column = 0; column < columns; column++) {
          FreeXL_CellValue value;
          memset(&value, 0, sizeof value);
          if (freexl_get_cell_value(book, row, (unsigned short)column, &value) != FREEXL_OK) continue;
          if (value.type >= FREEXL_CELL_TEXT && value.type <= FREEXL_CELL_TIME && value.value.text_value != NULL)
            (void)*(volatile const char *)(value.value.text_value + strlen(value.value.text_value));
        }
    }
    freexl_close(book);
    if (cells > most_cells) return;
  }
}

// FreeXL trusts the lengths that stand in a file: a damaged one can make it read beyond its memory, and end the process.
// So a child reads the workbook first, for so many seconds at most; it needs nothing of this process but memory.
// Returns whether the child came through.
static inline int freexl_survives(const char *path, uint64_t most_cells, unsigned int seconds) {
  pid_t child = fork();
  if (child < 0) return 0;
  if (child == 0) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    int faults[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
    // What the C library has to say of torn memory is nothing for people.
    close(STDERR_FILENO);
    alarm(seconds);
    freexl_read_whole(path, most_cells);
    _exit(0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return 0;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
