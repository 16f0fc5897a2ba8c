/*
 * offline - runs a command so that the first call for the network, by it or by
 * a child, is the last: the process dies by SIGSYS.
 *
 *   offline COMMAND [ARGUMENT ...]
 *
 * Without a command it makes such a call itself, to show that this is so.  It
 * needs nothing of the command: one that is linked statically cannot get round
 * it (seccomp(2)).
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#else
#define ARCH 0 /* no call is let through */
#endif

#define LOAD(field)                                                            \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF(test, value, then, other)                                           \
	BPF_JUMP(BPF_JMP | BPF_K | (test), value, then, other)
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, what)
#define KILL_ON(call)                                                          \
	IF(BPF_JEQ, __NR_##call, 0, 1), RETURN(SECCOMP_RET_KILL_PROCESS)

/* Without a socket there is nothing to connect; io_uring makes them unseen. */
static struct sock_filter rules[] = {
    LOAD(arch),
    IF(BPF_JEQ, ARCH, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
    IF(BPF_JGE, 0x40000000, 0, 1), /* calls of the x32 kind */
    RETURN(SECCOMP_RET_KILL_PROCESS),
    KILL_ON(socket),
    KILL_ON(socketpair),
    KILL_ON(connect),
    KILL_ON(bind),
    KILL_ON(sendto),
    KILL_ON(io_uring_setup),
    RETURN(SECCOMP_RET_ALLOW),
};

int
main(int argc, char *argv[])
{
	struct sock_fprog filter = {
	    .len = sizeof rules / sizeof rules[0], .filter = rules};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
		perror("offline");
		return 125;
	}
	if (argc < 2)
		return socket(AF_UNIX, SOCK_STREAM, 0) == -1;
	execvp(argv[1], argv + 1);
	fprintf(stderr, "offline: %s: %s\n", argv[1], strerror(errno));
	return 127;
}
