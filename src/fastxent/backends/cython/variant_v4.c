#include "variant_v4.h"
#include "variant.h"
#if defined(__clang__)
#pragma clang attribute pop
#endif
