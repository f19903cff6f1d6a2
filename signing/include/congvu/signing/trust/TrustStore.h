// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "congvu/signing/Certificate.h"

namespace congvu::signing {

/// A root that is relied on, and the tree ("world") it heads: public-service and commercial certificates stay apart.
struct TrustAnchor {
    std::string world;  ///< e.g. "government", "commercial", "demonstration"
    Certificate certificate;
};

/// Configured roots, plus known issuing certificates that help to build chains but are not relied on by themselves.
class TrustStore {
public:
    void addAnchor(std::string world, const Certificate& root);
    void addIntermediate(const Certificate& certificate);

    /// Reads *.pem, *.crt, *.cer, *.der of a folder (not more than 1,000 files of 1 MiB); a sub-folder's name is its
    /// world, files directly in the folder belong to "default". Self-signed ones become anchors, others intermediates.
    static TrustStore fromFolder(const std::filesystem::path& folder);

    const std::vector<TrustAnchor>& anchors() const { return anchors_; }
    const std::vector<Certificate>& intermediates() const { return intermediates_; }

private:
    std::vector<TrustAnchor> anchors_;
    std::vector<Certificate> intermediates_;
};

}  // namespace congvu::signing
