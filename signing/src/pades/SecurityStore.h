// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "congvu/signing/Certificate.h"
#include "pades/DocumentEdit.h"

namespace congvu::signing::pades {

/// One item of the document security store as the file holds it.
struct StoredItem {
    pdf::ObjectNumber number = 0;
    Bytes data;             ///< decoded
    std::uint64_t end = 0;  ///< position in the file after its last byte
};

/// The document security store of a revision (ISO 32000-2, 12.8.4.3; EN 319 142-1, 5.4.2). What cannot be read, or is more
/// than the limits allow, is left out: its content is judged by others.
struct SecurityStore {
    std::vector<StoredItem> certificates;
    std::vector<StoredItem> ocspResponses;
    std::vector<StoredItem> crls;
    bool isPresent = false;

    static SecurityStore read(const pdf::Reader& reader);
};

/// Key of a signature's entry in /VRI: upper-case hexadecimal SHA-1 of /Contents as stored, padding included
/// (EN 319 142-1, 5.4.2.3).
std::string vriKeyOf(ByteView contents);

/// What validates one signature.
struct ValidationData {
    std::vector<Certificate> certificates;
    std::vector<Bytes> ocspResponses;
    std::vector<Bytes> crls;
};

/// Adds to the document security store: one stream object for each item, nothing that is there already, never removes.
class SecurityStoreWriter {
public:
    SecurityStoreWriter(DocumentEdit& edit, const SecurityStore& present);

    /// True when something new was put in.
    bool add(const std::string& vriKey, const ValidationData& data);

    /// Puts the dictionaries in place; call once, after the last `add`.
    void write();

private:
    using Numbers = std::vector<pdf::ObjectNumber>;
    /// The items of one of the arrays /Certs, /OCSPs, /CRLs.
    struct Kind {
        const char* key;
        const char* vriKey;
        std::map<Bytes, pdf::ObjectNumber> known;
        Numbers added;
    };
    Numbers put(Kind& kind, const std::vector<ByteView>& items);
    bool mergeInto(pdf::Object& entry, const Kind& kind, const Numbers& numbers) const;

    DocumentEdit& edit_;
    Kind certificates_{"Certs", "Cert", {}, {}};
    Kind ocspResponses_{"OCSPs", "OCSP", {}, {}};
    Kind crls_{"CRLs", "CRL", {}, {}};
    std::map<std::string, pdf::Object> entries_;  ///< changed entries of /VRI
};

}  // namespace congvu::signing::pades
