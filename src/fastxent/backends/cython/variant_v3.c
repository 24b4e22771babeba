#include "variant_v3.h"
#include "variant.h"
#if defined(__clang__)
#pragma clang attribute pop
#endif
