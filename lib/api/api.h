/*
 * api - what the parts of the public face (api/reconnect.h) share.
 */
#ifndef API_API_H
#define API_API_H

#include "api/reconnect.h"
#include "base/diag.h"

/* Hands a fault on to the caller, who may not want it (NULL). */
void api_fault(struct reconnect_fault *fault, const struct diag *d);

#endif
