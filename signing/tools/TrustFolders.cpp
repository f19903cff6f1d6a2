// SPDX-License-Identifier: Apache-2.0
#include "TrustFolders.h"

namespace congvu::signing::tool {

TrustStore trustIn(const std::vector<std::string>& folders) {
    TrustStore store;
    for (const std::string& folder : folders) {
        const TrustStore part = TrustStore::fromFolder(folder);
        for (const TrustAnchor& anchor : part.anchors()) {
            store.addAnchor(anchor.world, anchor.certificate);
        }
        for (const Certificate& certificate : part.intermediates()) {
            store.addIntermediate(certificate);
        }
    }
    return store;
}

}  // namespace congvu::signing::tool
