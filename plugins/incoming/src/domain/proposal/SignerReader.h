// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

namespace congvu::incoming {

/// Authority prefix, position and full name of the person who signed (Decree 30/2020, components 7a–7c).
struct SignerReading {
    ReadField authority;
    ReadField position;
    ReadField name;
};

/// Reads the block at the lower right: "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" / signature / "Trần Văn Bình". Beside "Nơi nhận:" it is sure.
SignerReading readSigner(const PageText& page);

}  // namespace congvu::incoming
