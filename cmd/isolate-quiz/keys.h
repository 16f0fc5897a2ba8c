/*
 * keys - one key at a time from a terminal, which is always put back as it
 * was: at the end, on a signal, and when the process stops or exits.
 */
#ifndef ISOLATE_QUIZ_KEYS_H
#define ISOLATE_QUIZ_KEYS_H

#include <stdbool.h>

enum {
	KEY_END = -1,    /* the terminal is gone */
	KEY_SIGNAL = -2, /* INT, TERM, HUP or QUIT came: see keys_signal() */
	KEY_REDRAW = -3, /* the window changed, or the process was stopped */
	KEY_OTHER = -4,  /* nothing that means anything here */
	KEY_ENTER = '\n',
	KEY_ERASE = 127,
};

/* Begins and ends reading keys from the terminal on descriptor fd. */
bool keys_begin(int fd);
void keys_end(void);

/* Waits for a key: a byte of ASCII, or one of the above.  The arrows to the
 * left and up are 'b'. */
int keys_next(void);

/* The signal that came, or 0. */
int keys_signal(void);

#endif
