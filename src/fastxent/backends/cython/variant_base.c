#include "variant_base.h"
#include "variant.h"
