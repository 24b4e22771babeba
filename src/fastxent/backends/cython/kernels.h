/* What kernels and skeletons are written in. */
#ifndef FX_KERNELS_H
#define FX_KERNELS_H

#include <float.h>
#include <stdlib.h>

#include "fastxent.h"
#include "machine.h"

#include "generated/primitives.h"

#endif
