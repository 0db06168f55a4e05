// libgd.a was not compiled for a shared library: its code cannot reach `stderr` of the C library from within one.
// The slice that scripts/bundle links calls it by this name of its own.
#include <stdio.h>

__attribute__((visibility("hidden"))) FILE *slice_stderr;

__attribute__((constructor)) static void set_slice_stderr(void) { slice_stderr = stderr; }
