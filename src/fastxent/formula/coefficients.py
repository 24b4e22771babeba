"""Minimax coefficients, highest power first, as `tools/remez.py` derives them; never edit by hand."""

from __future__ import annotations

from .language import Poly


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float.fromhex(c) for c in text.split())


# exp(r) for |r| <= log(2)/2
EXP = Poly(
    f32=_numbers(
        """
        0x1.6a4d84p-10 0x1.12398ep-7 0x1.5558bp-5 0x1.555492p-3 0x1.fffffcp-2 0x1p+0 0x1p+0
        """
    ),
    f64=_numbers(
        """
        0x1.ada43ab60ac08p-26 0x1.28ae140d8f69ap-22 0x1.71df0d7f4d4b2p-19 0x1.a0199948b2b3cp-16
        0x1.a01a0135618aap-13 0x1.6c16c1847dc05p-10 0x1.11111111259ap-7 0x1.55555555506a8p-5
        0x1.5555555555503p-3 0x1.000000000000ap-1 0x1p+0 0x1p+0
        """
    ),
)

# (expm1(r) - r)/r^2 for |r| <= log(2)/2
EXPM1 = Poly(
    f32=_numbers(
        """
        0x1.9e735ep-13 0x1.6d3a52p-10 0x1.1112d8p-7 0x1.5554f8p-5 0x1.555554p-3 0x1p-1
        """
    ),
    f64=_numbers(
        """
        0x1.1f2b90a45b4bp-29 0x1.af5d18113539ep-26 0x1.27e501c91b6ecp-22 0x1.71ddf9376abd5p-19
        0x1.a01a019a165bap-16 0x1.a01a01af98f07p-13 0x1.6c16c16c1740fp-10 0x1.111111110f71ap-7
        0x1.5555555555558p-5 0x1.5555555555559p-3 0x1p-1
        """
    ),
)

# (f - log(1 + f))/f^2 for 1 + f in [sqrt(1/2), sqrt(2)]
LOG = Poly(
    f32=_numbers(
        """
        0x1.38d3c8p-4 -0x1.05698p-3 0x1.0d8584p-3 -0x1.22d7ep-3 0x1.54720ep-3 -0x1.99a026p-3 0x1.000228p-2
        -0x1.555554p-2 0x1p-1
        """
    ),
    f64=_numbers(
        """
        0x1.8dd3f43cdcffep-6 -0x1.d2c4462f1ae5bp-5 0x1.010ae385b93e4p-4 -0x1.bba83f2816a96p-5
        0x1.b45a5b8fff966p-5 -0x1.dc97c050f1bep-5 0x1.00cfffefb742fp-4 -0x1.116a0d0801731p-4
        0x1.248943fa2d70ep-4 -0x1.3b0d770e6991ep-4 0x1.5555772102495p-4 -0x1.745d58ed6e859p-4
        0x1.99999a9d96bbdp-4 -0x1.c71c702d175e1p-4 0x1.fffffff3b3b02p-4 -0x1.249249276001ap-3
        0x1.555555556b0ecp-3 -0x1.9999999994d52p-3 0x1.ffffffffffe7cp-3 -0x1.555555555556bp-2 0x1p-1
        """
    ),
)

# (t - log(1 + t))/t^2 for t in [0, 1]
LOG1P_UNIT = Poly(
    f32=_numbers(
        """
        0x1.e1e2fep-9 -0x1.66571p-6 0x1.f30294p-5 -0x1.c38fd4p-4 0x1.3edb52p-3 -0x1.94f9d4p-3 0x1.ff7d5ap-3
        -0x1.55527ep-2 0x1p-1
        """
    ),
    f64=_numbers(
        """
        0x1.247e3a5b7761cp-16 -0x1.b5089b71b35c3p-13 0x1.366f0754f9d39p-10 -0x1.1849a23e4654ep-8
        0x1.6bb1297a99f77p-7 -0x1.6cbb8a68ebaebp-6 0x1.2a4b488ee22ccp-5 -0x1.a0d1ac06c582ep-5
        0x1.03f0df1bcdbd9p-4 -0x1.2d8668bb1bb3ap-4 0x1.50c2316b1d404p-4 -0x1.731ff74af7981p-4
        0x1.9955c9ba548a9p-4 -0x1.c71137b044ce4p-4 0x1.fffe990cc848bp-4 -0x1.249238d36413ep-3
        0x1.5555544eaf25ep-3 -0x1.9999998f0c7ap-3 0x1.ffffffffc3acp-3 -0x1.55555555550fbp-2 0x1p-1
        """
    ),
)

# (tanh(x)/x - 1)/x^2 in z = x^2 for |x| <= 0.5625
TANH = Poly(
    f32=_numbers(
        """
        -0x1.94a5b4p-8 0x1.581e3ep-6 -0x1.b906eap-5 0x1.110c62p-3 -0x1.555548p-2
        """
    ),
    f64=_numbers(
        """
        -0x1.3da3c3e52fe93p-16 0x1.59a907812f42bp-14 -0x1.e81f69112beb2p-13 0x1.3462eb9fde6fdp-11
        -0x1.7d8be2f7a62e9p-10 0x1.d6d24e398b6d3p-9 -0x1.226e2d318ba31p-7 0x1.664f484af83cbp-6
        -0x1.ba1ba1b93e51fp-5 0x1.1111111110367p-3 -0x1.555555555554cp-2
        """
    ),
)

# log Gamma(2 + d)/(d (1 + d)) for d in [-1, 1/2]
GAMMA = Poly(
    f32=_numbers(
        """
        0x1.fb5b9ep-13 0x1.508adp-13 0x1.5f6f3ep-13 -0x1.18e83p-11 0x1.d280fep-11 -0x1.115d7cp-9 0x1.47e5e8p-8
        -0x1.95d9ecp-7 0x1.0e0c6cp-5 -0x1.9ae64cp-4 0x1.b0ee6p-2
        """
    ),
    f64=_numbers(
        """
        0x1.2e728b80b2bf4p-22 0x1.1fd42b34cd4dcp-20 0x1.982bcda1c8076p-20 0x1.231b3316eca5dp-22
        -0x1.3c3a2f281306cp-20 -0x1.58b918c24c06fp-20 0x1.419b186199658p-21 -0x1.16bea77661117p-22
        0x1.0258645ea2946p-19 -0x1.0c367844e5d29p-18 0x1.11eb66620fc78p-17 -0x1.27fb5f85444a8p-16
        0x1.40483f407c0c5p-15 -0x1.5c8820ea26c3bp-14 0x1.7ed6882e064f8p-13 -0x1.a96a3dda1749fp-12
        0x1.dfebd20d43145p-11 -0x1.145121f8ca284p-9 0x1.479748515308bp-8 -0x1.95ce223a9e9b4p-7
        0x1.0e0c9df294334p-5 -0x1.9ae6509ea10abp-4 0x1.b0ee6072093cdp-2
        """
    ),
)

# x (log Gamma(x) - (x - 1/2) log(x) + x - log(2 pi)/2) in z = 1/x^2 for x >= 2.5
STIRLING = Poly(
    f32=_numbers(
        """
        -0x1.97157ep-12 0x1.94357ap-11 -0x1.6bf50cp-9 0x1.555552p-4
        """
    ),
    f64=_numbers(
        """
        0x1.7222a4aa5c47dp+0 -0x1.c51857953de53p+0 0x1.0423a8eec4c09p+0 -0x1.7dc0ff3c720bap-2
        0x1.a54b551e64535p-4 -0x1.95c5025286ee3p-6 0x1.9510a15694c6bp-8 -0x1.f491f64f16d62p-10
        0x1.b93825cc4fd3cp-11 -0x1.38131c61ee87dp-11 0x1.a01a00be236b2p-11 -0x1.6c16c16bdb45bp-9
        0x1.555555555554cp-4
        """
    ),
)

# (atanh(v)/v - 1)/v^2 in z = v^2 for |v| <= 1/2
DEVIANCE = Poly(
    f32=_numbers(
        """
        0x1.5b16a8p-3 0x1.d0e4aep-5 0x1.de264p-4 0x1.23ac1p-3 0x1.99a14p-3 0x1.55554cp-2
        """
    ),
    f64=_numbers(
        """
        0x1.d1c1a2127ca16p-3 -0x1.6069aad1bbbddp-3 0x1.3fbc555030ef5p-3 0x1.b51fe431e2781p-9
        0x1.d2923d049b427p-5 0x1.a2c544aec88e5p-5 0x1.e34bfdfefc866p-5 0x1.11028d35f494fp-4 0x1.3b147e66c4b42p-4
        0x1.745d0fc12fbc5p-4 0x1.c71c71f30d27cp-4 0x1.249249244a849p-3 0x1.999999999a041p-3 0x1.5555555555554p-2
        """
    ),
)

# erf(x)/x - 1 in z = x^2 for |x| <= 1/2
ERF = Poly(
    f32=_numbers(
        """
        0x1.355388p-8 -0x1.b66946p-6 0x1.ce2548p-4 -0x1.812734p-2 0x1.06eba8p-3
        """
    ),
    f64=_numbers(
        """
        -0x1.992d90b4915d9p-23 0x1.c59bb0cc19232p-20 -0x1.f59e374ac2c1fp-17 0x1.f9aa6760a53e9p-14
        -0x1.c02dda9bbac15p-11 0x1.565bcd89b0248p-8 -0x1.b82ce31455314p-6 0x1.ce2f21a0465fap-4
        -0x1.812746b037a1cp-2 0x1.06eba8214db69p-3
        """
    ),
)

# (1/2 + 9x/16) exp(x^2) erfc(x) in w = (x - 3)/(x + 3) for x >= 0
ERFCX = Poly(
    f32=_numbers(
        """
        0x1.5a2266p-16 -0x1.427fd6p-16 -0x1.9dee2p-13 0x1.acbd88p-12 0x1.c3036ap-11 -0x1.796746p-8 0x1.c6b9ccp-7
        -0x1.24b886p-6 0x1.db197cp-9 0x1.4a892cp-5 -0x1.c08a7p-4 0x1.90f66cp-2
        """
    ),
    f64=_numbers(
        """
        0x1.c8fad89fddb6fp-33 0x1.5311bd8c8a357p-32 -0x1.134f254bfe4dep-29 -0x1.0ecc324525b9dp-28
        0x1.493321dfc1fa4p-27 0x1.ed392c40fa95dp-26 -0x1.f5d36d8455a6dp-26 -0x1.668fbf8b340dep-23
        0x1.a236783ea697ep-25 0x1.e9b3a829a869bp-21 0x1.260e33449acf9p-24 -0x1.5c4217b7f77f8p-18
        -0x1.7b511f602197cp-22 0x1.0f8c0e158c52fp-15 -0x1.051dff32486cap-16 -0x1.b733ec2dfa991p-13
        0x1.a40bb7416ad55p-12 0x1.c624deb0b2f15p-11 -0x1.78ef9018a0aep-8 0x1.c6ae6c9e55914p-7
        -0x1.24c33f077f241p-6 0x1.db1d7094350f3p-9 0x1.4a89da3ff4fd5p-5 -0x1.c08a70d2e2779p-4
        0x1.90f66b8dddbe9p-2
        """
    ),
)

# m(m - 2x)/2 with m = 2/(sqrt(pi) exp(x^2) erfc(x)), in w = (x - 3)/(x + 3) for x >= 0
MILLS_SLOPE = Poly(
    f32=_numbers(
        """
        0x1.b56bc2p-13 -0x1.20b84p-11 -0x1.bd155cp-11 0x1.c00e9cp-9 0x1.4f22dep-13 -0x1.513b8cp-7 0x1.2a0d14p-7
        0x1.090696p-6 -0x1.46340cp-5 0x1.6a9d34p-7 0x1.458d64p-4 -0x1.456eb4p-3 0x1.113b64p-3 0x1.ea2f94p-1
        """
    ),
    f64=_numbers(
        """
        0x1.1ae574b935cb5p-26 0x1.33792616ae1fcp-25 -0x1.c0a174753a773p-23 -0x1.2dff98f1e2147p-22
        0x1.6abe92e3363cp-20 0x1.9dca76e2e3d2fp-21 -0x1.8ed32f8ea8a6ep-18 0x1.09fc74e3ea416p-20
        0x1.47e4b52202a52p-16 -0x1.35bc93c94c5cfp-16 -0x1.8f880ef0a85aep-15 0x1.96db40c52256ep-14
        0x1.1c35339b90bbfp-14 -0x1.6b531695c6104p-12 0x1.4e9aa97eea3eap-14 0x1.e3e8fd840bc13p-11
        -0x1.ff68662082977p-11 -0x1.b68966b798d48p-10 0x1.067b712bedb06p-8 0x1.6af49d63d68ffp-11
        -0x1.5df612096f5aep-7 0x1.23f9590acdf62p-7 0x1.0b322a9d49eep-6 -0x1.45f3f3aec016fp-5 0x1.69e2e860c9cep-7
        0x1.458bb8c2043c6p-4 -0x1.456de3812be8ep-3 0x1.113b62fc562bap-3 0x1.ea2f933642f78p-1
        """
    ),
)

# log(sinh(x/2)/(x/2))/x^2 in z = x^2 for |x| <= 0.7
LOG1MEXP = Poly(
    f32=_numbers(
        """
        0x1.6b2756p-18 -0x1.6c0ed4p-12 0x1.555554p-5
        """
    ),
    f64=_numbers(
        """
        -0x1.752040a36661dp-35 0x1.1ec768b4efae7p-29 -0x1.bbd71403714a6p-24 0x1.71de3a1172fa7p-18
        -0x1.6c16c16c01bbcp-12 0x1.5555555555544p-5
        """
    ),
)

# (sin(x)/x - 1)/x^2 in z = x^2 for |x| <= 1.75
SIN = Poly(
    f32=_numbers(
        """
        -0x1.a31dep-26 0x1.720682p-19 -0x1.a01eb8p-13 0x1.11112cp-7 -0x1.555556p-3
        """
    ),
    f64=_numbers(
        """
        -0x1.f6d36ad17f573p-58 0x1.92ab9ceae56fdp-49 -0x1.ae71564de0649p-41 0x1.612436b6f1f2p-33
        -0x1.ae6455e6c811ep-26 0x1.71de3a542ade3p-19 -0x1.a01a01a0170e1p-13 0x1.11111111110dbp-7
        -0x1.5555555555555p-3
        """
    ),
)

# log(cosh(x))/x^2 in z = x^2 for |x| <= 1
LOG_COSH = Poly(
    f32=_numbers(
        """
        0x1.707bcep-14 -0x1.25cbc6p-11 0x1.10f4cp-9 -0x1.b7f9ap-8 0x1.6c02bap-6 -0x1.555516p-4 0x1p-1
        """
    ),
    f64=_numbers(
        """
        0x1.f221580b72204p-28 -0x1.3b763c737d6efp-24 0x1.95fffd78abb9ap-22 -0x1.71b15ba38dd5fp-20
        0x1.195e587166b1ap-18 -0x1.8ce05bb38e1eep-17 0x1.127e303693f1p-15 -0x1.7d8f8fd2e81fbp-14
        0x1.0d0a2f818e96bp-12 -0x1.833d8588c1c95p-11 0x1.1ea5d305253acp-9 -0x1.ba1ba1b582afep-8
        0x1.6c16c16c0da68p-6 -0x1.55555555554fp-4 0x1p-1
        """
    ),
)

# log(2 sinh(x/2)/x)/x^2 in z = x^2 for |x| <= 4
TILT_CUMULANT = Poly(
    f32=_numbers(
        """
        0x1.86b6bcp-42 -0x1.2f0af8p-35 0x1.14265p-29 -0x1.ba9a28p-24 0x1.71db54p-18 -0x1.6c171p-12 0x1.555556p-5
        """
    ),
    f64=_numbers(
        """
        0x1.d8c1c1ae9f4f9p-88 -0x1.2ffd32f3890edp-80 0x1.8cb327a49862cp-74 -0x1.6d3b99ef8dba2p-68
        0x1.17f6450eaee98p-62 -0x1.8c4363947c4p-57 0x1.1266359b73897p-51 -0x1.7d8bb816914b2p-46
        0x1.0d0df985b467ap-40 -0x1.8355af71ccb7ep-35 0x1.1eed8dff6144cp-29 -0x1.bbd77929f21acp-24
        0x1.71de3a5553c58p-18 -0x1.6c16c16c16a36p-12 0x1.5555555555555p-5
        """
    ),
)

# (coth(x/2)/2 - 1/x)/x in z = x^2 for |x| <= 4
TILT_MEAN = Poly(
    f32=_numbers(
        """
        -0x1.9d239cp-44 0x1.3f6466p-37 -0x1.0b34aep-31 0x1.630504p-26 -0x1.bbab18p-21 0x1.15691ep-15
        -0x1.6c1706p-10 0x1.555556p-4
        """
    ),
    f64=_numbers(
        """
        0x1.adc4fd73c7245p-95 -0x1.580bd2cfe95d6p-87 0x1.0bbdc38c894b7p-80 -0x1.15b3c68e308b3p-74
        0x1.bf923e5eacddp-69 -0x1.36d004917161bp-63 0x1.9047fed7488d3p-58 -0x1.f3e7fabe1e82fp-53
        0x1.353116f4f4de8p-47 -0x1.7d9f263eee195p-42 0x1.d6da8efe15a27p-37 -0x1.2280575f0379bp-31
        0x1.66a8f26ed16fcp-26 -0x1.bbd779309cb94p-21 0x1.1566abc00ab6bp-15 -0x1.6c16c16c16b21p-10
        0x1.5555555555555p-4
        """
    ),
)

# 1/x^2 - 1/(2 sinh(x/2))^2 in z = x^2 for |x| <= 4
TILT_VARIANCE = Poly(
    f32=_numbers(
        """
        0x1.d79766p-46 -0x1.7eda7ep-39 0x1.3d60c2p-33 -0x1.7fda54p-28 0x1.91606ep-23 -0x1.843a64p-18
        0x1.5ac036p-13 -0x1.111122p-8 0x1.555556p-4
        """
    ),
    f64=_numbers(
        """
        -0x1.833d040eac839p-95 0x1.1b76b317bc128p-87 -0x1.9948bfd3cd636p-81 0x1.8d381d4477881p-75
        -0x1.2c30a93152c59p-69 0x1.8563df8b0febcp-64 -0x1.d042e88b28e33p-59 0x1.098759accba21p-53
        -0x1.29822dfbb3fd7p-48 0x1.48a3dae5224f1p-43 -0x1.65c95f285a652p-38 0x1.7e91f8b004757p-33
        -0x1.8f707eacb321ep-28 0x1.937e1103deb3dp-23 -0x1.845c8a0c5871bp-18 0x1.5ac056b013631p-13
        -0x1.11111111110c9p-8 0x1.5555555555555p-4
        """
    ),
)

# log(I0(k))/k^2 in z = k^2 for k <= 1.5
I0_SMALL = Poly(
    f32=_numbers(
        """
        0x1.f7e9d2p-23 -0x1.cccbcep-19 0x1.f014ecp-16 -0x1.d354eep-13 0x1.c70736p-10 -0x1.ffffb4p-7 0x1p-2
        """
    ),
    f64=_numbers(
        """
        0x1.93629f5a864fp-46 -0x1.227328ff1cfaep-41 0x1.ab4f13d796e22p-38 -0x1.bff4f42c23fcdp-35
        0x1.8b7ae4d5d04cap-32 -0x1.456eec522b67ap-29 0x1.076c86af16883p-26 -0x1.ad01c76e059d8p-24
        0x1.627ca5c1dd98ep-21 -0x1.2afb867c19562p-18 0x1.0369cfd8316bcp-15 -0x1.d5555552183acp-13
        0x1.c71c71c7153d4p-10 -0x1.fffffffffffa6p-7 0x1p-2
        """
    ),
)

# I1(k)/(I0(k) k) in z = k^2 for k <= 1.5
RATIO_SMALL = Poly(
    f32=_numbers(
        """
        -0x1.bd44d8p-22 0x1.97fe7cp-18 -0x1.95e43ap-15 0x1.3f4538p-12 -0x1.d4afc4p-10 0x1.55502cp-7
        -0x1.ffffe4p-5 0x1p-1
        """
    ),
    f64=_numbers(
        """
        -0x1.78c705bef68c2p-44 0x1.173005ce6ac3ap-39 -0x1.a01700bfb91efp-36 0x1.af0e58021d539p-33
        -0x1.6c77de4f509bap-30 0x1.1692ae6a9fa46p-27 -0x1.990070728663bp-25 0x1.289c858809d3dp-22
        -0x1.ad0cc3321393ep-20 0x1.362db11d4bcd3p-17 -0x1.c07955c988e09p-15 0x1.4444441638295p-12
        -0x1.d5555553f2105p-10 0x1.55555555529cdp-7 -0x1.fffffffffffc4p-5 0x1p-1
        """
    ),
)

# 1 - I1(k)/(I0(k) k) - (I1(k)/I0(k))^2 in z = k^2 for k <= 1.5
CURVATURE_SMALL = Poly(
    f32=_numbers(
        """
        0x1.c5f9c2p-21 -0x1.acb68ap-17 0x1.9fe0c2p-14 -0x1.274a6ap-11 0x1.6a73b8p-9 -0x1.9a6d18p-7 0x1.aaa78ep-5
        -0x1.7ffff2p-3 0x1p-1
        """
    ),
    f64=_numbers(
        """
        -0x1.ce62cece00e4p-45 0x1.739cb843999d3p-40 -0x1.281ef6232972ep-36 0x1.4000c0042509ep-33
        -0x1.1095b8d7c91e4p-30 0x1.941c42e1aa6bbp-28 -0x1.16b20872e5e11p-25 0x1.73afc79f71a12p-23
        -0x1.e74c240a04b1p-21 0x1.3b4e259504ab8p-18 -0x1.9241833e8466p-16 0x1.f80aca6ff86ecp-14
        -0x1.34536f876ced7p-11 0x1.6cccccc92bf5dp-9 -0x1.9aaaaaaa942c7p-7 0x1.aaaaaaaaaa635p-5
        -0x1.7fffffffffffbp-3 0x1p-1
        """
    ),
)

# log(I0(k) sqrt(k)/e^k) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8
I0_MIDDLE = Poly(
    f32=_numbers(
        """
        0x1.b51cbp+18 -0x1.015b22p+17 -0x1.61a036p+14 0x1.0cd724p+13 0x1.281e76p+9 -0x1.9cd5aep+8 -0x1.c8e576p+5
        0x1.78b7bap+2 0x1.54f33ep+1 0x1.07996cp-1 -0x1.be9748p-1
        """
    ),
    f64=_numbers(
        """
        0x1.34fa7a840aa0bp+52 -0x1.7dadb779f5711p+50 -0x1.6f772ff416e6fp+45 0x1.2c8b1d9809c35p+46
        -0x1.6e21f3c270f5p+43 0x1.eacde0c8c6711p+37 0x1.fc681aa5edd77p+37 -0x1.2cbbae09be407p+36
        0x1.5195ab60d4ac8p+33 0x1.4dc2f26c2d306p+26 -0x1.77b550c44876ap+28 0x1.642ad8341353ep+26
        -0x1.4b4f03b892d2ep+23 -0x1.42c60ececeeb5p+20 0x1.c7fa95a2befd1p+19 -0x1.ee1eb406bca89p+16
        -0x1.ccbf556914f1dp+14 0x1.0cd9c1ba395b4p+13 0x1.3eb06fddc6bfep+9 -0x1.9cdc00b670cf2p+8
        -0x1.c9fd5b2cd1337p+5 0x1.78b7bc1b0858ep+2 0x1.54f846c1ed239p+1 0x1.07996cf9b8c9ap-1
        -0x1.be9748f3a980fp-1
        """
    ),
)

# (log(I0(k) sqrt(2 pi k)/e^k)) (k + 2) in 1/(k + 2) - 3/64 for k >= 8
I0_LARGE = Poly(
    f32=_numbers(
        """
        0x1.769012p+9 0x1.1267d6p+6 0x1.d6db82p+3 0x1.0a3e56p+2 0x1.3f0884p+0 0x1.a0ce16p-2 0x1.2237b4p-3
        """
    ),
    f64=_numbers(
        """
        -0x1.e77d34cc4f1dp+78 0x1.4507795edea04p+76 0x1.bfa212ad3dab3p+71 -0x1.2ec23a65b6b5p+70
        0x1.8217dc8b0a314p+60 0x1.0f260aaa64ebep+63 -0x1.71a2b107db352p+56 -0x1.41b7504e87dacp+55
        0x1.ac55c5f96f7b2p+47 0x1.1c1ae1adefe4ap+47 0x1.fa86a3cb52023p+40 -0x1.46a914033b9bfp+38
        -0x1.1224615c21eb6p+34 -0x1.195f9158ec795p+27 0x1.d1aefa84d53fep+24 0x1.5b69208f6f245p+21
        0x1.a304b1ee6e3d2p+17 0x1.2acb940bb57d3p+14 0x1.1b3515d791d49p+11 0x1.5dbbaa207b9dbp+8
        0x1.0d1a9ad90021fp+6 0x1.f102cd1fd64abp+3 0x1.09e59fc93c0aap+2 0x1.3eed3b5235341p+0 0x1.a0cec0e200ac1p-2
        0x1.2237b8355f2fbp-3
        """
    ),
)

# (1 - I1(k)/I0(k)) (k + 2) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8
RATIO_MIDDLE = Poly(
    f32=_numbers(
        """
        -0x1.6a82acp+24 0x1.b491f8p+22 0x1.c7a29cp+18 -0x1.ad3ep+18 0x1.32b7a2p+14 0x1.f2d644p+13
        -0x1.0e3facp+10 -0x1.0a11bep+9 0x1.e0aed2p-1 0x1.0d4a4ap+4 0x1.04b8c2p+2 0x1.cb065ep-1
        """
    ),
    f64=_numbers(
        """
        0x1.efb0cc94700f9p+60 -0x1.63a322879ed73p+59 0x1.18291dedbedfap+54 0x1.baad4f5d9aa0fp+54
        -0x1.596b7a088e93ap+52 0x1.748ddea985552p+48 0x1.62ce692141db4p+45 -0x1.7f38575909469p+44
        0x1.5d9f8218e174ep+42 -0x1.1486cd7436725p+39 -0x1.1cd0ca91d14cfp+36 0x1.0d9ae5d7e8b87p+35
        -0x1.398348b928e22p+32 0x1.558f394a54d2cp+27 0x1.76bb994ba1fe8p+26 -0x1.270acd777b77fp+25
        0x1.990a33a40e5c9p+22 0x1.38cf95c2867d1p+19 -0x1.ae3d96e082b1cp+18 0x1.24ce57654f22ap+14
        0x1.f337eac71f1c2p+13 -0x1.0db3e3a735f1fp+10 -0x1.0a150c0ee5cecp+9 0x1.df7e6078cc49bp-1
        0x1.0d4a56bbd5c67p+4 0x1.04b8c521041d3p+2 0x1.cb065e086c3f6p-1
        """
    ),
)

# (1 - I1(k)/I0(k)) (k + 2) in 1/(k + 2) - 3/64 for k >= 8
RATIO_LARGE = Poly(
    f32=_numbers(
        """
        0x1.5cadb8p+16 0x1.84d532p+12 0x1.e8dfbep+8 0x1.1fb7a4p+7 0x1.2b00a4p+5 0x1.65608cp+3 0x1.e9015p+1
        0x1.6c0988p+0 0x1.1e5778p-1
        """
    ),
    f64=_numbers(
        """
        0x1.ed3aaf64a9419p+94 0x1.de4f75601fa5bp+91 -0x1.f9b9f476a0fcp+89 -0x1.03e1219819acp+86
        0x1.89afbec8ef47ap+83 0x1.1bd8ffe989aa5p+79 -0x1.590f6fd5de1b7p+76 -0x1.b3e4a9c05e692p+71
        0x1.8cb5f48cea5edp+68 0x1.111e4f2847307p+64 -0x1.3ada41f673141p+60 -0x1.2673a9897e8bbp+56
        0x1.2c2bfc87e4bccp+51 0x1.073c2672dec7ep+48 0x1.89ea9bc920db5p+40 -0x1.35ed3ec2f328bp+39
        -0x1.0156171e098bcp+35 -0x1.3b66c683b8ae2p+28 0x1.c5b9bfb0efd5bp+25 0x1.5b0422aac903ep+22
        0x1.a0ba12995d4f2p+18 0x1.2839f8c3f81efp+15 0x1.1a5e7e133ccf7p+12 0x1.65ae65eca5f81p+9
        0x1.23ae2dc977ab2p+7 0x1.27fa98db80664p+5 0x1.655af2acc3131p+3 0x1.e908361f13fb6p+1 0x1.6c0988f9ccdf6p+0
        0x1.1e57776087672p-1
        """
    ),
)

# k^2 (1 - I1(k)/(I0(k) k) - (I1(k)/I0(k))^2) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8
CURVATURE_MIDDLE = Poly(
    f32=_numbers(
        """
        -0x1.f64ddep+31 0x1.6828e4p+30 -0x1.26777ap+26 -0x1.d03c6ap+25 0x1.8d22bep+23 0x1.4eb95ap+19
        -0x1.e451e2p+18 0x1.3549d4p+13 0x1.79e548p+13 -0x1.e405fap+7 -0x1.c04fcap+7 -0x1.327616p+3 0x1.7f453cp+0
        0x1.4c12cp-1
        """
    ),
    f64=_numbers(
        """
        -0x1.006077cc50cc3p+72 0x1.8eb6ced60ec32p+70 -0x1.b015b36b98997p+66 -0x1.47bcdb979a178p+65
        0x1.4efb9660c8b5dp+63 -0x1.531740ed1af28p+60 0x1.64c942bf96aa6p+56 0x1.5ed5e0bdf8c82p+54
        -0x1.3f93ed62b1b17p+53 0x1.ebbd7e022fe2cp+50 -0x1.426e97f38fcc1p+47 -0x1.b16c90ff8ef0fp+44
        0x1.83e1885033c81p+43 -0x1.d7d1fa28f241fp+40 0x1.ef6d6e2b234a2p+34 0x1.4814e139c210fp+35
        -0x1.201aa77e2283cp+33 0x1.2aaf14fe7c999p+30 -0x1.e210f22636a8ep+21 -0x1.d3e1ededf5af1p+25
        0x1.7fd427184199ap+23 0x1.540f66cb1f1edp+19 -0x1.e30baf75afd8ep+18 0x1.33e7df69ca2c5p+13
        0x1.79d6716f5f3f5p+13 -0x1.e3e02a0af8996p+7 -0x1.c04f4e2708a41p+7 -0x1.32767a70d86e6p+3
        0x1.7f453c26faecbp+0 0x1.4c12c03ca2b1dp-1
        """
    ),
)

# k^2 (1 - I1(k)/(I0(k) k) - (I1(k)/I0(k))^2) in 1/(k + 2) - 3/64 for k >= 8
CURVATURE_LARGE = Poly(
    f32=_numbers(
        """
        -0x1.46f6bcp+26 -0x1.482f56p+18 0x1.43f906p+19 0x1.f25528p+14 0x1.b298b4p+10 0x1.205e42p+8 0x1.6ba51ap+5
        0x1.fcfad8p+2 0x1.993fe6p+0 0x1.71a84cp-2 0x1.0732dap-1
        """
    ),
    f64=_numbers(
        """
        0x1.bb2247b5bff07p+110 0x1.c2b2023f7e97p+108 -0x1.821df211c0eb4p+106 -0x1.bf906d5ddd61bp+102
        0x1.7f50c585deb59p+100 0x1.834f701be42b4p+95 -0x1.9544064eddeb6p+93 -0x1.7ef8f6f299ed8p+87
        0x1.184f702439db1p+86 0x1.014dbda0c9e7dp+79 -0x1.1b8bcce0c73fap+78 -0x1.81b69d67bcfb2p+70
        0x1.c4960647e68b5p+69 0x1.07a36b9258235p+63 -0x1.291dc3297b23fp+61 -0x1.8610404a0ed69p+55
        0x1.2ecf03c15d072p+52 0x1.b9f7eb631e6afp+47 -0x1.f999b68390229p+41 -0x1.39dfd5c35dc4fp+39
        -0x1.4a6e4d78e8cfbp+34 0x1.f19ac2bab58f7p+26 0x1.97bc75c269636p+25 0x1.e892d7ecef392p+21
        0x1.092a882d91e7fp+18 0x1.59f578f94ca4cp+14 0x1.202ea9c8fe7aap+11 0x1.27d7bd3fc6b57p+8
        0x1.6871afa27ad6dp+5 0x1.fce222f03c288p+2 0x1.9947a94e0cc99p+0 0x1.71a84839e9289p-2 0x1.0732d9bcf300bp-1
        """
    ),
)

# (atanh(v)/v - 1)/v^2 in z = v^2 for |v| <= 0.6
ATANH = Poly(
    f32=_numbers(
        """
        0x1.ff9f6cp-3 -0x1.180502p-4 0x1.e93bfap-4 0x1.5920ap-4 0x1.c90c96p-4 0x1.248e38p-3 0x1.99995cp-3
        0x1.555556p-2
        """
    ),
    f64=_numbers(
        """
        0x1.4c030bac3ca89p+0 -0x1.93518942943fep+1 0x1.f4a2658a10ea5p+1 -0x1.772db8f67127p+1
        0x1.98b87056684cep+0 -0x1.1eeb97d37a293p-1 0x1.aeaebd25bd2b7p-3 0x1.be045518782edp-8
        0x1.b72ef0e4b64d8p-5 0x1.a91788d30e9b9p-5 0x1.e27179e5725e8p-5 0x1.110c30edf776cp-4 0x1.3b13edb07adf3p-4
        0x1.745d1545ed8eap-4 0x1.c71c71d1ec5f2p-4 0x1.249249248187bp-3 0x1.9999999999b21p-3 0x1.5555555555555p-2
        """
    ),
)

# (x/2 coth(x/2) - 1)/x^2 in z = x^2 for x in [0, 1]
COTH = Poly(
    f32=_numbers(
        """
        -0x1.b302eep-21 0x1.158b44p-15 -0x1.6c17d6p-10 0x1.555556p-4
        """
    ),
    f64=_numbers(
        """
        -0x1.6a19a6cf0427p-47 -0x1.26e719b7d7f3p-42 0x1.d22753c566914p-37 -0x1.226ef7aa37d12p-31
        0x1.66a8a94bc9565p-26 -0x1.bbd7788338cb5p-21 0x1.1566abbfa1587p-15 -0x1.6c16c16c16817p-10
        0x1.5555555555555p-4
        """
    ),
)

# digamma(3/2 + d)/(3/2 + d - its zero) for |d| <= 1/2
DIGAMMA = Poly(
    f32=_numbers(
        """
        0x1.4d904ep-7 -0x1.021bfap-6 0x1.21d45cp-6 -0x1.ac5772p-6 0x1.4d4b2cp-5 -0x1.fbcc9ap-5 0x1.8523dcp-4
        -0x1.2fee5p-3 0x1.eca112p-3 -0x1.b1cb62p-2 0x1.e6f0ccp-1
        """
    ),
    f64=_numbers(
        """
        -0x1.6a304ecb07bbdp-13 0x1.25ca749a6c9a6p-12 -0x1.3f8e61899fcebp-13 0x1.a6ffdc1c1a237p-13
        -0x1.f8e328bd1ae1ep-12 0x1.82535f57853dfp-11 -0x1.1015eb6262e6fp-10 0x1.9704e6f0d4d51p-10
        -0x1.3363ced7ed7dap-9 0x1.cd560637166b7p-9 -0x1.5a074855d97dap-8 0x1.03bf5fadd7937p-7
        -0x1.86355d6e10931p-7 0x1.25647b9b9969fp-6 -0x1.b9f8b1446dc2cp-6 0x1.4de9a9e8fd888p-5
        -0x1.fb44202999416p-5 0x1.8512e590a8b9fp-4 -0x1.2feeeb98a7f7ap-3 0x1.eca189b8e6897p-3
        -0x1.b1cb63005ee96p-2 0x1.e6f0cbb873617p-1
        """
    ),
)

# log Gamma(x) - (x - 1/2) log(x) + x - log(2 pi)/2, times x + 3/4, in u = (x - 7/4)/(x + 3/4) for x >= 1/2
BINET = Poly(
    f32=_numbers(
        """
        -0x1.37be2cp-18 0x1.7a94e4p-17 -0x1.d634eep-17 0x1.3820a4p-15 -0x1.ddc166p-14 0x1.39c1b2p-12
        -0x1.9c74ep-11 0x1.15ef7cp-9 -0x1.879d1ep-8 0x1.1a6f52p-6 -0x1.83ba42p-5 0x1.e2b848p-4
        """
    ),
    f64=_numbers(
        """
        -0x1.11f59b12ae01ep-37 0x1.1fd4b46cf28cdp-36 -0x1.d9863348a8d5ep-34 0x1.377d316ba3bfep-32
        -0x1.d9a17c806c135p-34 0x1.b035ba288efc7p-33 -0x1.2f36e7637a30ap-29 0x1.75e6d36f91bcep-28
        -0x1.6f135097fd44dp-27 0x1.c594d7a9381c8p-26 -0x1.21c4c9e384a48p-24 0x1.695ec7f55e6a9p-23
        -0x1.bf0a6eab9973bp-22 0x1.173d20419e552p-20 -0x1.60640bae18629p-19 0x1.bbde17ef622ap-18
        -0x1.1b3b5b4132f18p-16 0x1.6c11e30c59774p-15 -0x1.d62141645484bp-14 0x1.35f240a5643bdp-12
        -0x1.9cbc453ddad9ep-11 0x1.160fd3d74b4f8p-9 -0x1.879c15b17e418p-8 0x1.1a6eeaea76592p-6
        -0x1.83ba42cd08643p-5 0x1.e2b8486d86379p-4
        """
    ),
)

# x (log(x) - digamma(x)) - 1/2, times x + 3/4, in u = (x - 7/4)/(x + 3/4) for x >= 1/2
BINET_SLOPE = Poly(
    f32=_numbers(
        """
        0x1.e987b8p-21 -0x1.6f2ba4p-19 0x1.a70948p-18 -0x1.c6d9d2p-17 0x1.9892aap-15 -0x1.848fc4p-13
        0x1.e686e8p-12 -0x1.d2521cp-10 0x1.47f1aep-7 -0x1.4e925ep-5 0x1.d99bcap-4
        """
    ),
    f64=_numbers(
        """
        0x1.2aea83482cdb2p-37 0x1.a80f64d3feafep-36 0x1.604ef83cc5ae5p-37 -0x1.76e5a82b8a4acp-33
        -0x1.bcc35d72d7bc1p-33 -0x1.47b5fe941862bp-37 0x1.946e51ba8ac63p-31 -0x1.b00cf08cb3224p-34
        0x1.97745d0ea3236p-29 -0x1.60ab3efebe72ep-29 0x1.bdec7ad1d1046p-27 -0x1.66d99f47934e1p-25
        0x1.04eb0bb09cec3p-24 -0x1.466b8b9a8322fp-22 0x1.60786523f0c66p-21 -0x1.cad9ee0173fcp-20
        0x1.bb70c4f01e96ep-18 -0x1.ea69f4f0ca961p-17 0x1.972929233aad9p-15 -0x1.839b9429391dcp-13
        0x1.e6944adf6a439p-12 -0x1.d25743982c5b2p-10 0x1.47f19d9a79624p-7 -0x1.4e925c10bea7cp-5
        0x1.d99bca146db06p-4
        """
    ),
)

# x^2 trigamma(x) - x log(x) + x digamma(x) - x, times x + 3/4, in u = (x - 7/4)/(x + 3/4) for x >= 1/2
BINET_CURVE = Poly(
    f32=_numbers(
        """
        -0x1.1d32dep-19 0x1.7f9bbcp-18 0x1.7fd07ap-18 0x1.d67402p-17 -0x1.dd5d5cp-14 -0x1.d07fe2p-18
        -0x1.b7de7cp-12 0x1.1ba2d6p-8 -0x1.794aep-8 -0x1.8d49c6p-6 0x1.c0a048p-4
        """
    ),
    f64=_numbers(
        """
        -0x1.42b53f719b313p-34 0x1.e677a4039c299p-33 0x1.7403747871dd9p-31 -0x1.2515f6a327a9cp-30
        -0x1.2863e22e23c9fp-29 0x1.17fa8fd0151b5p-29 0x1.3706819db6d5ap-29 -0x1.304579bd3f4dfp-28
        -0x1.d5624859e956dp-31 0x1.5d254dbbd2a91p-27 0x1.c2084aa517362p-27 0x1.e2204483e0569p-28
        0x1.3bd30cd0feae6p-29 -0x1.19bdabd927751p-24 -0x1.1f891f0fb760ap-23 -0x1.987bd5ac2679cp-22
        0x1.c25dd6a78af83p-24 0x1.407ef7a2f1bfcp-22 0x1.8ba09e714fc0bp-18 0x1.887c92e0afc8fp-20
        0x1.ce1148416b4b5p-17 -0x1.cfe8fc3f711f4p-14 -0x1.ca4ce2651e807p-18 -0x1.b8fd882a9d346p-12
        0x1.1ba2b4e02c796p-8 -0x1.7948aa6aa904fp-8 -0x1.8d49c65edb1ccp-6 0x1.c0a047475c4fcp-4
        """
    ),
)

# log Gamma(1 + x) + x - log(2 pi)/2 + (x + 1/2) log(2), in 1/2 - x for 0 <= x <= 1/2
BINET_SMALL = Poly(
    f32=_numbers(
        """
        0x1.e2ab6ap-6 -0x1.042d3p-8 0x1.31833p-5 0x1.d195d2p-5 0x1.1b5902p-3 0x1.de9b3p-2 -0x1.bac97cp+0
        0x1.3a37ap-3
        """
    ),
    f64=_numbers(
        """
        0x1.450f41122344p-9 -0x1.76205341a2631p-8 0x1.0478efa5a09aep-7 -0x1.5bf380fc6a5d3p-8
        0x1.15e7170a5119ap-8 0x1.199fc71add304p-11 0x1.aa415b32c3eddp-9 0x1.411c0469dbf09p-8
        0x1.1adb67fab3897p-7 0x1.f9c20d810e918p-7 0x1.da5a1f40434bbp-6 0x1.e0f83f20caa5dp-5 0x1.1ae55b1b2f4dp-3
        0x1.de9e64df1cad4p-2 -0x1.bac98024b07d1p+0 0x1.3a37a020b8c21p-3
        """
    ),
)

# 1/2 - x (digamma(1 + x) + log(2)), in 1/2 - x for 0 <= x <= 1/2
BINET_SLOPE_SMALL = Poly(
    f32=_numbers(
        """
        -0x1.4024c2p-3 0x1.a28c26p-3 -0x1.c837cep-3 0x1.4c828cp-6 -0x1.f1431ep-4 -0x1.44b808p-3 -0x1.3081f2p-2
        -0x1.748582p-1 0x1.32711p+0 0x1.14dap-3
        """
    ),
    f64=_numbers(
        """
        -0x1.3f1f42f7909e5p-6 0x1.c8d233cfbae6bp-5 -0x1.5f4d33ad74c21p-4 0x1.3607ea2bc12b7p-4
        -0x1.b160978485377p-5 0x1.1cbee7b57cc14p-6 -0x1.f4b9366c481a2p-7 -0x1.406e1d7ece8bap-7
        -0x1.25605d659afdfp-6 -0x1.b2c2b4cfc5641p-6 -0x1.4bc5e53af697bp-5 -0x1.ff74944a0820fp-5
        -0x1.9344777ca696cp-4 -0x1.4cbc2e3606641p-3 -0x1.3019f86d393p-2 -0x1.748862b620cccp-1
        0x1.3271195c793c6p+0 0x1.14d9ff6d3e01p-3
        """
    ),
)

# x trigamma(1 + x) + digamma(1 + x) + log(2) - 1, in 1/2 - x for 0 <= x <= 1/2
BINET_CURVE_SMALL = Poly(
    f32=_numbers(
        """
        -0x1.6f2872p-1 0x1.126614p-1 -0x1.23a9dp-1 -0x1.8b2438p-3 -0x1.886dd2p-2 -0x1.f8f378p-2 -0x1.4c97fcp-1
        -0x1.c82a0cp-1 -0x1.748856p+0 0x1.9388cap-3
        """
    ),
    f64=_numbers(
        """
        -0x1.e3f0d93fcd0c8p-3 0x1.7dff29f02454p-1 -0x1.3857285de1105p+0 0x1.32b4d1f9aa1eap+0
        -0x1.bbac8757c87cbp-1 0x1.936ff418d7a06p-2 -0x1.a43866bbd05a9p-3 -0x1.05f5175de6ec6p-6
        -0x1.859760b857e26p-4 -0x1.d6646c459613dp-4 -0x1.4425fa9d1ffb3p-3 -0x1.b378f2ce850a4p-3
        -0x1.22458ba585391p-2 -0x1.7f97d90d2c4b8p-2 -0x1.f8159224e3bdcp-2 -0x1.4cbc2e394d398p-1
        -0x1.c826f4a4005fap-1 -0x1.748862b620407p+0 0x1.9388cae3c9dc5p-3
        """
    ),
)

# (x + 1) ((x + 1) (log Gamma(x) + log(x)/2 - log Gamma(x + 1/2)) - 1/8), in u = (x - 1)/(x + 1)
HALF_STEP = Poly(
    f32=_numbers(
        """
        0x1.051e5cp-8 -0x1.36b16ep-6 0x1.4a2f94p-5 -0x1.ba3fb4p-5 0x1.dceebcp-5 -0x1.fdb058p-5 0x1.203ffep-4
        -0x1.4ffb0cp-4 0x1.8f991p-4 -0x1.e974b8p-4 0x1.3648fap-3 -0x1.8c0e94p-3 0x1.dd72b6p-3
        """
    ),
    f64=_numbers(
        """
        -0x1.0bfeb6c8c5bebp-14 0x1.491a51d403addp-11 -0x1.747f58a245f45p-9 0x1.02806c2d87578p-7
        -0x1.f0099caf09122p-7 0x1.635908d17f9d8p-6 -0x1.9983351cce99cp-6 0x1.a0aad78822efbp-6
        -0x1.9e53bd2c3e99p-6 0x1.aa8fc65f15fbep-6 -0x1.c3a3bfb319395p-6 0x1.e0c43df8f779cp-6
        -0x1.ff543d4723d0dp-6 0x1.10860c99d6b07p-5 -0x1.23d41c0a488a4p-5 0x1.3a2630b28e5d7p-5
        -0x1.5429b6dbe58d9p-5 0x1.72d8d2ac17f04p-5 -0x1.97945138df104p-5 0x1.c4576aaac306dp-5
        -0x1.fbff6706032f7p-5 0x1.2182ae862a9f7p-4 -0x1.503af5a83dfd9p-4 0x1.8f8e143199592p-4
        -0x1.e971d940cdb25p-4 0x1.3649035a412b2p-3 -0x1.8c0e97f1e7dedp-3 0x1.dd72b61298323p-3
        """
    ),
)

# (x + 1) ((x + 1) (x digamma(x + 1/2) - x digamma(x) - 1/2) - 1/8), in u = (x - 1)/(x + 1)
HALF_STEP_SLOPE = Poly(
    f32=_numbers(
        """
        -0x1.d53c36p-19 0x1.18298ap-17 -0x1.56d7acp-17 0x1.cd4212p-15 -0x1.4b23f6p-13 0x1.b3ced8p-12
        -0x1.860fcep-10 0x1.084baep-8 -0x1.7b5022p-7 0x1.4d221p-5 -0x1.c9c9cap-4 0x1.a37a02p-3
        """
    ),
    f64=_numbers(
        """
        0x1.16f61b52ee2a1p-30 0x1.b36f84fd0a746p-30 -0x1.6e8264f18b027p-28 -0x1.3ea80197f573ap-27
        0x1.69fbed51d3286p-27 0x1.5d4be301fe409p-26 -0x1.c6827903920e4p-27 -0x1.9573afbbc6b29p-26
        0x1.65c74835ae6bcp-26 0x1.3ae66a2289158p-25 -0x1.1885696f9918fp-28 -0x1.520dabfa6bca1p-26
        -0x1.48a7c066486bp-24 -0x1.000b187abc463p-24 -0x1.ccd37100f9cddp-22 0x1.e287800ffe47fp-22
        -0x1.a80b2ff979f7p-20 0x1.ebad0bd5174fbp-18 -0x1.b0044bbe59ab9p-17 0x1.d5de08b049c3bp-15
        -0x1.479eb52ea0d5cp-13 0x1.b347410ef2e25p-12 -0x1.863129cdc52dbp-10 0x1.084db337bb7bfp-8
        -0x1.7b4fa1d77b237p-7 0x1.4d22097fffe09p-5 -0x1.c9c9ca7321c13p-4 0x1.a37a020b8c219p-3
        """
    ),
)

# (x + 1) ((x + 1)^2 half_step_curve(x)/x - 1/8), in u = (x - 1)/(x + 1)
HALF_STEP_CURVE = Poly(
    f32=_numbers(
        """
        -0x1.6b3c48p-16 -0x1.ca8d7cp-16 0x1.319d1ep-18 0x1.be0fbep-13 -0x1.edf64cp-13 0x1.291daep-11
        -0x1.e4c7eep-10 0x1.24a41ep-8 -0x1.a7079ap-7 0x1.031baap-5 -0x1.2f254ep-4 0x1.944164p-3 -0x1.aa9fdap-2
        0x1.0af63ap-1
        """
    ),
    f64=_numbers(
        """
        0x1.fd6a16f03e658p-30 0x1.c74fb36b3fc43p-28 -0x1.fb25f7797e10ap-30 -0x1.0b9e6bc170e93p-25
        -0x1.7489283de2f79p-26 0x1.8d2a31b1e8917p-25 0x1.80bfef743fdfbp-25 -0x1.62119d480bd3cp-25
        -0x1.893a6c06a4134p-26 0x1.bd4aa5287f22p-24 0x1.e5f864a6cda6bp-24 0x1.e200e916cb8c6p-25
        -0x1.2c2f36f609351p-23 -0x1.0ec471f57765ep-23 -0x1.5ca54a1e62a2fp-20 0x1.1b546966fd1d8p-23
        -0x1.705e0433ad1ccp-18 0x1.8edf9fa475489p-17 -0x1.b37c917239cd2p-16 0x1.b9a08d57fe198p-14
        -0x1.c2a6834c2fa03p-13 0x1.626b6b5489fdp-11 -0x1.e60a164a5225p-10 0x1.214e58129d288p-8
        -0x1.a70860b777651p-7 0x1.0331f4f20ab27p-5 -0x1.2f2531f4a92e7p-4 0x1.9440f7d866e63p-3
        -0x1.aa9fda3659421p-2 0x1.0af63a542a48fp-1
        """
    ),
)

# log Gamma(1 + x) - log Gamma(x + 1/2) + log(2)/2, in 1/2 - x for 0 <= x <= 1/2
HALF_STEP_SMALL = Poly(
    f32=_numbers(
        """
        -0x1.87ceeap+0 0x1.ec1cf4p+0 -0x1.769482p+0 0x1.4a8daap-2 -0x1.1cca9cp-2 -0x1.998154p-3 -0x1.0d9dc8p-2
        -0x1.6b918p-2 -0x1.3a37ap-1 0x1.ce6bb2p-3
        """
    ),
    f64=_numbers(
        """
        -0x1.711e5359fcc9ep+4 0x1.78e0c71598a2ep+6 -0x1.6dde886099ac5p+7 0x1.b943a14a4896ep+7
        -0x1.71095a10598efp+7 0x1.c31e249fdb229p+6 -0x1.a1c25b2983031p+5 0x1.2763106c1a6f4p+4
        -0x1.4cd76eaab1d2dp+2 0x1.02bfe662dd33cp+0 -0x1.210d7170a2954p-2 -0x1.5b01c22d61025p-4
        -0x1.f74166b9adc93p-4 -0x1.150225a05f8ebp-3 -0x1.3ba8d378aedcbp-3 -0x1.6d6e5b744ba53p-3
        -0x1.b1e8362403b9ap-3 -0x1.0cdaa830fa42ep-2 -0x1.6b96676b40491p-2 -0x1.3a37a020b8c27p-1
        0x1.ce6bb25aa1316p-3
        """
    ),
)

# -f'(x)/w^2 of log Gamma(x) - (x - 1/2) log(x) + x, integrated over u = 1 - 9w/4, w = 1/(x + 5/8), x >= 1/2
BINET_DROP = Poly(
    f32=_numbers(
        """
        -0x1.05344ep-25 -0x1.a21a1ap-20 0x1.25059cp-18 -0x1.9e5274p-18 0x1.2fa446p-16 -0x1.fe97f6p-15
        0x1.73e444p-13 -0x1.143012p-11 0x1.9c838p-10 -0x1.40a4cap-8 0x1.0b1868p-6 -0x1.b2aec4p-5 0x1.3c79c4p-3
        0x0p+0
        """
    ),
    f64=_numbers(
        """
        0x1.7471b0e52fcd3p-39 0x1.bbfdb85ff486bp-39 -0x1.f8bb9cc7d5dffp-36 0x1.962c8526cbae9p-37
        0x1.607a922fc8b84p-36 0x1.5b3e21b02dd17p-34 -0x1.76180508efe4p-32 0x1.d2e3ae9e00fp-31
        -0x1.fb927a2214ea3p-30 0x1.7b190e23832b9p-28 -0x1.08802cfc80afbp-26 0x1.64f47cd264549p-25
        -0x1.fcf7b8908bc9ap-24 0x1.5a13ea8af336dp-22 -0x1.ea3819768a3b2p-21 0x1.5a12d31e002dcp-19
        -0x1.e52bb709fda9cp-18 0x1.5fa2784ef0b9cp-16 -0x1.f80eea46fc932p-15 0x1.6f6cf616e36dp-13
        -0x1.1453bc342e323p-11 0x1.9cb772c2ee78cp-10 -0x1.40a4364a8cd58p-8 0x1.0b17e2e907a1bp-6
        -0x1.b2aec428810e9p-5 0x1.3c79c4c9cbecfp-3 0x0p+0
        """
    ),
)

# -f'(x)/w^2 of x (log(x) - digamma(x)), integrated over u = 1 - 9w/4, w = 1/(x + 5/8), x >= 1/2
BINET_SLOPE_DROP = Poly(
    f32=_numbers(
        """
        -0x1.0b7becp-25 0x1.08dde4p-22 -0x1.73fb92p-22 0x1.a5c502p-19 -0x1.2e2ecp-17 0x1.b8641ep-17
        -0x1.b70bbep-14 0x1.6b8158p-12 -0x1.a2773ep-11 0x1.a2de08p-8 -0x1.441898p-5 0x1.299fe6p-3 0x0p+0
        """
    ),
    f64=_numbers(
        """
        0x1.6e331f376954cp-37 0x1.7697f0f6223f4p-36 -0x1.a2254f591bec2p-35 -0x1.1d22c6ded1ed2p-33
        0x1.2b50e3c419813p-35 0x1.03c2c5905ba9dp-32 0x1.9afc319649f27p-36 -0x1.01d71df8453d1p-33
        0x1.7881d66f5c2f3p-32 0x1.ae9b75772a74ep-31 0x1.c439a724b7b65p-33 -0x1.9a01cc8120bdep-31
        -0x1.56b0bac255c6ep-28 -0x1.ecaa4a0099c63p-28 -0x1.89add716c53ebp-26 0x1.29075a5c99f24p-26
        -0x1.3154db7a1f40ep-26 0x1.d525d495924cdp-22 -0x1.d48bfa2d67c3ap-23 0x1.524347b3f1f4dp-19
        -0x1.350f61ed3bfe8p-17 0x1.d0168f2d64bfp-17 -0x1.b69453fbc2c35p-14 0x1.6b225d25428a9p-12
        -0x1.a27a0fd0c5d99p-11 0x1.a2df448c64b1fp-8 -0x1.441897c03bde1p-5 0x1.299fe56850594p-3 0x0p+0
        """
    ),
)

# -f'(x)/w^2 of x^2 trigamma(x) - x log(x) + x digamma(x) - x, integrated over u = 1 - 9w/4, w = 1/(x + 5/8), x >= 1/2
BINET_CURVE_DROP = Poly(
    f32=_numbers(
        """
        -0x1.3175bep-22 0x1.25e7ecp-21 0x1.713a6cp-19 0x1.85e43ep-19 -0x1.49959p-17 -0x1.83c73cp-16
        -0x1.45187ap-14 0x1.160ea8p-13 0x1.5ffef4p-12 0x1.5c34d6p-9 -0x1.6d681p-7 -0x1.1b57f4p-7 0x1.f29fe4p-4
        0x0p+0
        """
    ),
    f64=_numbers(
        """
        0x1.18147b24d45ffp-33 0x1.13ca7de0a9c3ep-32 -0x1.59f68c53a0a93p-31 -0x1.b5e25709d986cp-30
        0x1.92c818a029d29p-31 0x1.cd01d5ab16a21p-29 -0x1.0e175138a0b94p-37 -0x1.7e93cca193e14p-29
        0x1.88f261f492e5ap-29 0x1.e266910400e0fp-28 0x1.68b8aa1c97941p-31 -0x1.7a7b1940368d5p-27
        -0x1.f6c5531a054aap-26 -0x1.ea9992eb898fep-25 -0x1.56af991564f0fp-24 -0x1.209e2efa6c451p-29
        0x1.2497477e90c87p-22 0x1.21542cbb80d21p-20 0x1.c40d539385a74p-20 0x1.f33c7c247b10ep-20
        -0x1.27a9bd99e69fap-17 -0x1.7514faa27402p-16 -0x1.4746e2fd15d1ap-14 0x1.154b71fd6343ep-13
        0x1.6024ea6218161p-12 0x1.5c373d9e2509p-9 -0x1.6d683600c8e93p-7 -0x1.1b57ff906b0d3p-7
        0x1.f29fe42eab8c3p-4 0x0p+0
        """
    ),
)

# bend(k)/(k (k - k0)) in k - 3/4 for k <= 1.5; bend(k) is the second derivative of log(I0(k)/e^k) by log(k)
BEND_SMALL = Poly(
    f32=_numbers(
        """
        0x1.1e15f6p-13 0x1.65d228p-12 -0x1.639c26p-10 -0x1.717a6cp-11 0x1.013ed4p-7 -0x1.a0c882p-8 -0x1.dbc18p-6
        0x1.0ade2ep-4 0x1.5b579ep-5 -0x1.44db2ep-2 0x1.7015eep-2
        """
    ),
    f64=_numbers(
        """
        -0x1.9bc9f92ecfe48p-27 0x1.911e6e4d85a88p-26 0x1.2bd410344cb66p-24 -0x1.2187ba7b74034p-22
        -0x1.ee33cf3d36d5p-25 0x1.c5f4eb5ae63a4p-20 -0x1.1126370e9476p-19 -0x1.c422eb78acb4dp-18
        0x1.5d0685b167ab7p-16 0x1.1a07961a24f88p-17 -0x1.07e819b0b10fp-13 0x1.0b6b5c0d7d47bp-13
        0x1.0617cfe116d7bp-11 -0x1.6168fbb1692c3p-10 -0x1.9ab4729088e8p-11 0x1.011856b220e2bp-7
        -0x1.9fb1296adf098p-8 -0x1.dbbc485ab7d38p-6 0x1.0adcdbcc21d85p-4 0x1.5b574e8154e49p-5
        -0x1.44db2d550fef2p-2 0x1.7015ee5eb4697p-2
        """
    ),
)

# bend(k) (k + 2)^4/(k - k0) in 1/(k + 2) - 3/16 for 1.5 <= k <= 8
BEND_MIDDLE = Poly(
    f32=_numbers(
        """
        -0x1.8c4e0cp+46 0x1.30002ep+44 0x1.ef918p+40 -0x1.7b9146p+39 0x1.91a53ap+35 0x1.c9e94p+32
        -0x1.3e4c1ap+31 0x1.53683p+28 0x1.16a70cp+23 -0x1.3d3c6ap+23 0x1.70a1c2p+19 0x1.7c510cp+17
        -0x1.a6abdap+14 -0x1.e919b6p+10 0x1.8d6c4p+7 0x1.5e3946p+5
        """
    ),
    f64=_numbers(
        """
        -0x1.5969cb277dfa7p+86 0x1.70730822287d6p+83 0x1.ed955bea58bcep+82 -0x1.d53dbd24c9bffp+80
        -0x1.33c53c00da989p+75 0x1.911eeba6bac1ap+75 -0x1.7e9ad97425892p+72 0x1.e20f7432070a6p+68
        -0x1.9c7ecaa8fec51p+65 -0x1.229d5a87ec534p+62 0x1.f8b30a927eed2p+61 -0x1.c55a65c1061f9p+59
        0x1.9ec14298ecf38p+56 0x1.46c69c35584d3p+50 -0x1.bbb829bab8004p+51 0x1.a4907a5deed54p+49
        -0x1.892d85922bb1fp+46 -0x1.843d57c720064p+39 0x1.586c5113a8e01p+41 -0x1.0ead0e3ec0de8p+39
        0x1.45c494d4c947ap+35 0x1.74d9ea8b39922p+32 -0x1.37bc2a5ec0784p+31 0x1.5868704c30d98p+28
        0x1.120609607e476p+23 -0x1.3d9786484d906p+23 0x1.70bbe3eba0efp+19 0x1.7c588dcd1a756p+17
        -0x1.a6ac5dd652f09p+14 -0x1.e91a50aacbf05p+10 0x1.8d6c43247df38p+7 0x1.5e39469de2962p+5
        """
    ),
)

# bend(k) (k + 2) in 1/(k + 2) - 3/64 for k >= 8
BEND_LARGE = Poly(
    f32=_numbers(
        """
        0x1.c9ddecp+40 -0x1.091a3p+35 -0x1.2398d2p+34 -0x1.fa3816p+27 0x1.89c4bap+25 0x1.38de04p+21
        0x1.01d184p+17 0x1.8cda42p+13 0x1.54b932p+10 0x1.5b9c4cp+7 0x1.9b3cdp+4 0x1.111acep+2 0x1.8f8e2p-1
        0x1.3bdc84p-3
        """
    ),
    f64=_numbers(
        """
        0x1.ae9650828b4bdp+141 -0x1.827ed629681b5p+138 -0x1.1d04c1d2ba8dcp+136 0x1.317cef102dd35p+133
        0x1.3d1861c1877a9p+129 -0x1.bf6d04571e9adp+126 -0x1.5a7be03f898ffp+121 0x1.950153a183136p+119
        0x1.274e0c1f7b304p+111 -0x1.ff192e523e2c1p+111 0x1.6db7f96f2dbf6p+105 0x1.e2e3232965fcap+103
        -0x1.531e2635026c9p+98 -0x1.698e2082effd4p+95 0x1.66dc2ecd4109bp+90 0x1.c8a00cbd8a399p+86
        -0x1.175b6a5f72e9ep+82 -0x1.085d29caa6af5p+78 0x1.5a1035a7ab2b8p+73 0x1.356fd30343bcp+69
        -0x1.5072faa8cd50cp+64 -0x1.7f22ff2bb816ap+60 0x1.74ed50116767cp+54 0x1.c7d017a7da931p+51
        0x1.6e4f0439422d7p+45 -0x1.6b1d3d24dd29ap+42 -0x1.45e2460bc1e0bp+38 -0x1.3e75155d0802cp+32
        0x1.424a7b8364617p+28 0x1.fc3956498ebdcp+24 0x1.040d6fb2cd53fp+21 0x1.1dd2367daa76dp+17
        0x1.8a502163f0862p+13 0x1.5357d8e3a72b5p+10 0x1.5c15fc4d64a09p+7 0x1.9b3fde2f3fb19p+4
        0x1.1119878d4247dp+2 0x1.8f8e1f7db450ap-1 0x1.3bdc847d6e678p-3
        """
    ),
)

# (x + 1)^2 half_step_information(x), in u = (x - 1)/(x + 1)
HALF_STEP_INFORMATION = Poly(
    f32=_numbers(
        """
        0x1.322156p-20 -0x1.0e5ff2p-16 0x1.37dafap-15 -0x1.0abfe2p-15 0x1.a4dc74p-13 -0x1.fb90b2p-12
        0x1.ff6062p-11 -0x1.b80cccp-9 0x1.b097d8p-8 -0x1.9b70d4p-7 0x1.490f3cp-5 -0x1.464bp-6 -0x1.c48a78p-4
        0x1.f29de2p-1
        """
    ),
    f64=_numbers(
        """
        0x1.22655eabae398p-29 0x1.23b1450cfdff4p-27 -0x1.6478be899ac2fp-30 -0x1.739ae9c1d6adbp-25
        -0x1.2fdc3ed0d5b4ep-25 0x1.2e0f8b675d02cp-24 0x1.7490acb9f1c0ep-24 -0x1.d94794f5a108cp-25
        -0x1.f7826a383391ep-25 0x1.0cb9dae23ea8bp-23 0x1.73ce509824c3ep-23 -0x1.145f2f12c1b9bp-25
        -0x1.7d162f23ce9e7p-23 -0x1.7d24ad83eca4p-21 -0x1.66cbc68efcabfp-21 -0x1.66e551508e3e4p-19
        0x1.5733d80ff01bap-19 -0x1.8faa38b3ec078p-18 0x1.2fc6feb4c8ac5p-15 -0x1.5e9ae104b5cbdp-15
        0x1.a551c60e69821p-13 -0x1.f8d8e617689a7p-12 0x1.ff621ba043ac7p-11 -0x1.b7e6957f65fa9p-9
        0x1.b097c1f658be3p-8 -0x1.9b7676e780eaep-7 0x1.490f3b833f64fp-5 -0x1.464aa1b9b4e0ep-6
        -0x1.c48a77fa1e9d8p-4 0x1.f29de1f13c712p-1
        """
    ),
)

# E[(phi(a Z)/Phi(a Z))^2] sqrt(1 + 2a^2) under the skew normal law, in a^2/(1 + 2a^2)
SKEW_PLACE = Poly(
    f32=_numbers(
        """
        0x1.86ea1ap+4 -0x1.caa906p+5 0x1.fad23ap+5 -0x1.3f971ep+5 0x1.0c8a92p+4 -0x1.05dcaep+2 0x1.224862p+0
        0x1.084626p-2 0x1.73b95ep-2 0x1.7956fep-2 0x1.9f0432p-2 0x1.45f306p-1
        """
    ),
    f64=_numbers(
        """
        0x1.11710f0720ed2p+9 -0x1.4cbab18ce26a2p+11 0x1.805d57cf0ec15p+12 -0x1.160ce87783b02p+13
        0x1.198012fa573e6p+13 -0x1.a67dafbc3b7abp+12 0x1.e685ab5e4b3c7p+11 -0x1.b6c65f24e939ep+10
        0x1.3a6314c30a137p+9 -0x1.671306ce522ccp+7 0x1.4ccf5b2c165ebp+5 -0x1.d03c52020c94ep+2
        0x1.71bf545b756e9p+0 0x1.a2fece2a2e6p-3 0x1.6355e34cec856p-2 0x1.5910bec0015c8p-2 0x1.5c4d2e3cc99fcp-2
        0x1.5ff3b4066cca3p-2 0x1.65a2656ae7d92p-2 0x1.6d1a2dbbf2834p-2 0x1.799a25fb0884p-2 0x1.9f02f6222c51p-2
        0x1.45f306dc9c883p-1
        """
    ),
)

# E[(Z phi(a Z)/Phi(a Z))^2] (1 + 2a^2)^(3/2) under the skew normal law, in a^2/(1 + 2a^2)
SKEW_SHAPE = Poly(
    f32=_numbers(
        """
        0x1.58884ep+8 -0x1.400eecp+9 0x1.192fa6p+9 -0x1.0bb022p+8 0x1.5a1c8cp+6 -0x1.75baa2p+3 0x1.3b50e2p+2
        0x1.304beep+1 0x1.d90606p+0 0x1.373edep+0 0x1.45f30ap-1
        """
    ),
    f64=_numbers(
        """
        0x1.61a493e9f1cebp+15 -0x1.bfa9d68189f7bp+17 0x1.0cb3492d73fep+19 -0x1.945bd820e30bep+19
        0x1.aa6d1dd67d4e3p+19 -0x1.4e1335a7b6418p+19 0x1.92a57f7934709p+18 -0x1.7d66d5dff797ap+17
        0x1.1feef2e5307e3p+16 -0x1.5ce2d223da33bp+14 0x1.55a4f1bc79c89p+12 -0x1.0a9ca2842045cp+10
        0x1.633ea4302dd9p+7 -0x1.cee1c095bb841p+3 0x1.0f18bcd29e1bdp+3 0x1.62436da1cdbf7p+2 0x1.44e6cdc36f59p+2
        0x1.1aeebc42c260bp+2 0x1.e3f019cbff345p+1 0x1.9256ac9ebd6dbp+1 0x1.3f76e816cadf1p+1 0x1.d800af7988853p+0
        0x1.37423899a16e5p+0 0x1.45f306dc9c882p-1
        """
    ),
)
